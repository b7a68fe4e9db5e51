#!/usr/bin/env bash
# Makes examples/aval/reports again with real tools: coverage.py for Python, Node's own test runner for TypeScript.
# Needs python3 with coverage.py (Debian: python3-coverage; elsewhere: pip install coverage). PYTHON chooses another python.
# Node comes with this project: run it as  npm run example:reports
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}

# make_reports STATE CHANGE...: the reports of the product with these changes on top.
make_reports() {
  local name=$1 work change
  shift
  work=$(mktemp -d)
  cp -r "$here/main/." "$work/"
  for change in "$@"; do cp -r "$here/changes/$change/." "$work/"; done
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

make_reports main
make_reports limits limits
make_reports limits-tested limits-tested
# The rehearsal merges the limits before this one.
make_reports explain limits-tested explain
