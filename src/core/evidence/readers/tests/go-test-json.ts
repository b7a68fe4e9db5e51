import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { memberOf, textOf } from '../../input/json-shape.ts';
import { lineSink } from '../../input/line-sink.ts';
import type { TestFailure } from '../../report.ts';
import { testsTally } from '../../tests-tally.ts';
import type { TestsTally } from '../../tests-tally.ts';
import type { ReportSink, StreamReader } from '../reader.ts';
import { failureText, appendText } from './failure-text.ts';
import { goPackage, noteGoEvent, resultOfGoTest } from './go-test.ts';
import type { GoPackage, GoTest } from './go-test.ts';
import { parseRecord } from './parse-record.ts';
import { testsBody } from './tests-body.ts';

const actions = new Set('start run pause cont pass bench fail output skip build-output build-fail attr artifacts'.split(' '));

interface GoState {
  readonly flags: FlagList;
  readonly packages: Map<string, GoPackage>;
  /** What the compiler said of packages that did not build. */
  readonly builds: Map<string, string>;
  trouble: string | null;
}

/**
 * `go test -json` and `go tool test2json` (`go doc test2json`; build events since Go 1.24). Counted is each test of a package
 * once, sub-tests and their parents alike, by its last `pass`, `fail` or `skip`; where it ran several times in one run of its
 * package, by the worst. One that failed and passed when only failed tests were run again (`gotestsum --rerun-fails`) is flaky; where
 * other tests ran again, too, it stays failed. One that never ended is an error.
 * A package that failed without a failing test (it did not build, or its TestMain did) has no test to count: it is flagged, and
 * where no test failed the run is `tool-error`. The suite is the package.
 */
export const goTestJsonReader: StreamReader = {
  format: 'go-test-json',
  kind: 'tests',
  recognises: ({ records }) =>
    records.some(
      (record) =>
        actions.has(textOf(memberOf(record, 'Action')) ?? '') && ['Package', 'ImportPath', 'Test'].some((name) => textOf(memberOf(record, name)) !== null),
    ),
  open: openGoTest,
};

function openGoTest(): ReportSink {
  const state: GoState = { flags: flagList(), packages: new Map(), builds: new Map(), trouble: null };
  const sink = lineSink((line, number) => readLine(state, line, number));
  return {
    push: sink.push,
    end() {
      sink.end();
      return finish(state);
    },
  };
}

function readLine(state: GoState, line: string, number: number): void {
  if (!line.trimStart().startsWith('{')) return readPlain(state, line);
  const event = parseRecord(line);
  if (!event) {
    // Programs under test write to the same stream; what begins as an event is a cut one.
    if (!/^\s*\{"(Time|Action|ImportPath)"/.test(line)) return;
    state.flags.add(`broken-line: line ${number} is no whole event`);
    state.trouble ??= `line ${number} is no whole event; the output was cut`;
    return;
  }
  const action = textOf(memberOf(event, 'Action')) ?? '';
  if (!actions.has(action)) return;
  const output = textOf(memberOf(event, 'Output')) ?? '';
  const name = textOf(memberOf(event, 'Package')) ?? '';
  if (action.startsWith('build-')) {
    const built = textOf(memberOf(event, 'ImportPath')) ?? name;
    state.builds.set(built, appendText(state.builds.get(built) ?? '', output));
    return;
  }
  noteGoEvent(packageOf(state, name), { action, test: textOf(memberOf(event, 'Test')), output });
}

/** Before 1.24 a package that does not build is told in plain text. */
function readPlain(state: GoState, line: string): void {
  const failed = /^FAIL\s+(\S{1,500}) \[(build|setup) failed\]/.exec(line);
  if (failed?.[1] === undefined) return;
  noteGoEvent(packageOf(state, failed[1]), { action: 'fail', test: null, output: '' });
}

function packageOf(state: GoState, name: string): GoPackage {
  const found = state.packages.get(name) ?? goPackage(name);
  state.packages.set(name, found);
  return found;
}

function finish(state: GoState): ReturnType<ReportSink['end']> {
  const tally = testsTally();
  for (const found of state.packages.values()) {
    const bad = countPackage(tally, found);
    if ((found.result === 'failed' || found.brokenBefore) && !bad) packageFailed(state, tally, found);
    else if (!found.ended && !bad && found.name !== '') {
      state.flags.add(`no-end: the package never ended (${found.name})`);
      state.trouble ??= `package ${found.name} never ended; the output was cut, or the run was`;
    }
  }
  if (state.builds.size > 0 && state.trouble === null) {
    const [first] = state.builds.keys();
    if ([...state.packages.values()].some((one) => one.result === 'failed')) state.trouble = `package ${first ?? ''} did not build`;
  }
  return testsBody({ tally, flags: state.flags, trouble: state.trouble });
}

/** Counts a package's tests; true when one of them failed or did not end. */
function countPackage(tally: TestsTally, found: GoPackage): boolean {
  const tests = [...found.tests.values()].flatMap((test) => {
    const result = resultOfGoTest(test, found.whole);
    return result === null ? [] : [{ test, result }];
  });
  const failed = tests.filter(({ result }) => result === 'failed' || result === 'error');
  const parents = new Set(failed.flatMap(({ test }) => parentsOf(test.name)));
  for (const { result } of tests) tally.add({ suite: found.name, result });
  // A parent fails because of its sub-tests, which say why.
  for (const { test } of failed) if (!parents.has(test.name)) tally.fail(() => failureOf(found, test));
  return failed.length > 0;
}

function parentsOf(name: string): string[] {
  const parts = name.split('/', 20);
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

function failureOf(found: GoPackage, test: GoTest): TestFailure {
  const lines = test.output.split('\n').filter((line) => !/^\s*(=== |--- |\? )/.test(line));
  const place = lines.map((line) => /^\s*(?:\w+: )?(?:[\w./-]*\/)?([\w.-]+\.go):(\d{1,7}):/.exec(line)).find(Boolean);
  const text = lines.map((line) => line.replace(/^\s+(?:\w+: )?[\w.-]+\.go:\d+:\s*/, '')).join('\n');
  const message = failureText(text) || (test.running ? 'the test began and never ended' : '');
  const file = place?.[1] === undefined ? null : `${found.name}/${place[1]}`;
  return { suite: found.name, name: test.name, message, file, line: place ? Number(place[2]) : null };
}

function packageFailed(state: GoState, tally: TestsTally, found: GoPackage): void {
  state.flags.add(`package-failed: no test in it did (${found.name})`);
  const said = failureText(state.builds.get(found.name) ?? found.output.replace(/^(FAIL|PASS).*$/gm, ''));
  const message = said === '' ? 'the package failed, though no test in it did' : said;
  tally.fail({ suite: found.name, name: found.name, message, file: null, line: null });
  state.trouble ??= `package ${found.name} failed, though no test in it did: ${message}`;
}
