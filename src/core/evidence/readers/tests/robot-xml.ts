import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { parseDeclared } from '../../input/parse-figure.ts';
import { resultsXmlSink } from './results-xml-sink.ts';
import type { XmlAttributes } from '../../input/xml-sink.ts';
import { testsTally } from '../../tests-tally.ts';
import type { TestResult } from '../../tests-tally.ts';
import type { ReportBody, ReportSink, StreamReader } from '../reader.ts';
import { placeOf } from './failure-place.ts';
import { unlistedFailures } from './declared-tests.ts';
import { appendText, failureText } from './failure-text.ts';
import { testsBody } from './tests-body.ts';

interface RobotTest {
  readonly suite: string;
  readonly name: string;
  readonly file: string | null;
  readonly line: string | null;
  result: TestResult;
  message: string;
}

interface RobotSuite {
  readonly name: string;
  readonly source: string | null;
  /** Where its tests begin in the list of all. */
  readonly from: number;
  tearDownFailed: boolean;
}

interface RobotState {
  readonly flags: FlagList;
  readonly tests: RobotTest[];
  readonly suites: RobotSuite[];
  current: RobotTest | null;
  /** Whether the open keyword of a suite is its tear-down. */
  inTearDown: boolean;
  declared: { readonly passed: number | null; readonly failed: number | null; readonly skipped: number | null } | null;
  tool: string | null;
}

const resultOf: ReadonlyMap<string, TestResult> = new Map([
  ['PASS', 'passed'],
  ['FAIL', 'failed'],
  ['SKIP', 'skipped'],
  ['NOT RUN', 'skipped'],
  ['NOT_RUN', 'skipped'],
]);

/**
 * Robot Framework's `output.xml` (3 to 7; schema `doc/schema/robot.xsd` of robotframework). Counted is each `test` by its own
 * `status`; a test without one never ended: an error. The tests of a suite whose tear-down failed fail, as Robot's own report has
 * it (its output was written before). `statistics` is only compared. The suite is the path of suites, joined by dots.
 */
export const robotXmlReader: StreamReader = {
  format: 'robot-xml',
  kind: 'tests',
  recognises: ({ xml }) => xml?.root === 'robot' && (xml.children.includes('suite') || 'generator' in xml.attributes),
  open: openRobot,
};

function openRobot(): ReportSink {
  const state: RobotState = { flags: flagList(), tests: [], suites: [], current: null, inTearDown: false, declared: null, tool: null };
  const sink = resultsXmlSink(state.flags, {
    open: (path, attributes) => openElement(state, path, attributes),
    text: (path, text) => {
      if (state.current && path.at(-1) === 'status' && path.at(-2) === 'test') state.current.message = appendText(state.current.message, text);
    },
    close: (path) => {
      if (path.at(-1) === 'test') state.current = null;
      if (path.at(-1) === 'suite' && path.at(-2) !== 'statistics') closeSuite(state);
    },
  });
  return {
    push: sink.push,
    end() {
      sink.end();
      return finish(state);
    },
  };
}

function openElement(state: RobotState, path: readonly string[], attributes: XmlAttributes): void {
  const name = path.at(-1);
  const parent = path.at(-2);
  if (path.length === 1) state.tool = attributes.get('generator')?.split(' (', 1)[0] ?? null;
  else if (name === 'suite' && parent !== 'statistics') {
    const outer = state.suites.at(-1)?.name;
    const own = attributes.get('name') ?? '';
    state.suites.push({ name: outer ? `${outer}.${own}` : own, source: attributes.get('source') ?? null, from: state.tests.length, tearDownFailed: false });
  } else if (name === 'test' && parent === 'suite') openTest(state, attributes);
  else if (name === 'status') noteStatus(state, path, attributes);
  else if (name === 'kw' && parent === 'suite') state.inTearDown = attributes.get('type')?.toLowerCase() === 'teardown';
  else if (name === 'stat' && parent === 'total') {
    // The last one is `All Tests`; before Robot 4 there is one of the critical tests before it, and nothing is skipped.
    const count = (key: string): number | null => parseDeclared(attributes.get(key));
    state.declared = { passed: count('pass'), failed: count('fail'), skipped: count('skip') };
  }
}

function openTest(state: RobotState, attributes: XmlAttributes): void {
  const suite = state.suites.at(-1);
  state.current = {
    suite: suite?.name ?? '',
    name: attributes.get('name') ?? '',
    file: suite?.source ?? null,
    line: attributes.get('line') ?? null,
    result: 'error',
    message: '',
  };
  state.tests.push(state.current);
}

function noteStatus(state: RobotState, path: readonly string[], attributes: XmlAttributes): void {
  const status = attributes.get('status') ?? '';
  const suite = state.suites.at(-1);
  if (path.at(-2) === 'test' && state.current) {
    const result = resultOf.get(status);
    if (!result) state.flags.add(`unknown-outcome: ${status === '' ? 'none' : status}, counted as error`);
    state.current.result = result ?? 'error';
  } else if (path.at(-2) === 'kw' && path.at(-3) === 'suite' && suite && state.inTearDown && status === 'FAIL') suite.tearDownFailed = true;
}

function closeSuite(state: RobotState): void {
  const suite = state.suites.pop();
  if (!suite?.tearDownFailed) return;
  state.flags.add(`suite-failed: its tear-down failed, and so do its tests (${suite.name})`);
  for (const test of state.tests.slice(suite.from)) {
    if (test.result !== 'passed') continue;
    test.result = 'failed';
    test.message = 'the tear-down of the suite failed';
  }
}

function finish(state: RobotState): ReportBody {
  const tally = testsTally();
  for (const test of state.tests) {
    tally.add({ suite: test.suite, result: test.result });
    if (test.result !== 'failed' && test.result !== 'error') continue;
    tally.fail({ suite: test.suite, name: test.name, message: failureText(test.message), ...placeOf(test.file, test.line) });
  }
  const { totals } = tally.end();
  const { declared } = state;
  if (declared && (declared.passed ?? totals.passed) !== totals.passed)
    state.flags.add(`header-disagrees: passed ${declared.passed}, counted ${totals.passed}`);
  if (declared && (declared.failed ?? totals.failed) !== totals.failed)
    state.flags.add(`header-disagrees: failed ${declared.failed}, counted ${totals.failed}`);
  return testsBody({ tally, flags: state.flags, tool: state.tool, trouble: unlistedFailures(declared?.failed, totals) });
}
