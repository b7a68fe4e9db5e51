#!/usr/bin/env bash
# Makes examples/aval/reports again with real tools: coverage.py for Python, Node's own test runner for TypeScript.
# Needs python3 with coverage.py (Debian: python3-coverage; elsewhere: pip install coverage). PYTHON chooses another python.
# Node comes with this project: run it as  npm run example:reports
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}

make_reports() {
  local name=$1 work
  work=$(mktemp -d)
  cp -r "$here/main/." "$work/"
  if [ "$name" != main ]; then cp -r "$here/changes/$name/." "$work/"; fi
  mkdir -p "$here/reports/$name" "$work/coverage"
  (
    cd "$work"
    "$python" -m coverage run --source=src -m unittest discover -s tests -t . -p 'test_*.py' 2>"$work/unittest.log" || { cat "$work/unittest.log"; exit 1; }
    "$python" -m coverage xml -q -o coverage/python.xml
    # Only the sources are measured; the tests themselves are not coverage.
    node --test --experimental-test-coverage --test-coverage-include='src/**' \
      --test-reporter=lcov --test-reporter-destination=coverage/lcov.info \
      --test-reporter=dot --test-reporter-destination=stderr tests/api/*.test.ts tests/web/*.test.ts
  )
  # The folder of this run is not the folder of anybody's checkout.
  sed "s#$work#/home/runner/work/aval/aval#g" "$work/coverage/python.xml" >"$here/reports/$name/python.xml"
  sed "s#$work#/home/runner/work/aval/aval#g" "$work/coverage/lcov.info" >"$here/reports/$name/lcov.info"
  rm -rf "$work"
}

for name in main limits limits-tested explain; do make_reports "$name"; done
