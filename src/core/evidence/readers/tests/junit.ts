import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { resultsXmlSink } from './results-xml-sink.ts';
import type { XmlAttributes } from '../../input/xml-sink.ts';
import { testsTally } from '../../tests-tally.ts';
import type { TestsTally } from '../../tests-tally.ts';
import type { ReportSink, StreamReader } from '../reader.ts';
import { unlistedFailures } from './declared-tests.ts';
import { failurePlace, placeOf } from './failure-place.ts';
import { failureText } from './failure-text.ts';
import { junitResult, noteResult, noteText, openJunitCase } from './junit-case.ts';
import type { JunitCase } from './junit-case.ts';
import { closeJunitSuite, countInSuite, failedWithoutCases, openJunitSuite } from './junit-suite.ts';
import type { JunitSuite } from './junit-suite.ts';
import { hintOf, hintOfProperty, scannerOf, suiteOf } from './junit-writer.ts';
import { seenTests } from './seen-tests.ts';
import type { SeenTests } from './seen-tests.ts';
import { testsBody } from './tests-body.ts';

interface JunitState {
  readonly tally: TestsTally;
  readonly flags: FlagList;
  readonly seen: SeenTests;
  readonly suites: JunitSuite[];
  readonly cases: JunitCase[];
  /** Whether character data belongs to the failure of the innermost case. */
  capturing: boolean;
  rootId: boolean;
  /** The most failures that a header declares. */
  declaredBad: number;
  /** File of the `Root Suite` that mocha-junit-reporter writes before the suites of a file. */
  specFile: string | null;
  madeAt: string | null;
}

/**
 * JUnit XML in the dialects of pytest, Surefire and Failsafe (https://maven.apache.org/surefire, rerun elements of its schema
 * 3.x), Gradle, jest-junit, mocha-junit-reporter, Playwright, Cypress, gotestsum, go-junit-report, nextest, Bazel, CTest, Catch2,
 * GoogleTest (`status="notrun"`, `result="suppressed"`), PHPUnit and others. There is no one specification.
 *
 * Counted are the `testcase` elements, each by the worst of its results (error, failure, skipped); headers are only compared.
 * A case with `flakyFailure`, `flakyError` or pytest-rerunfailures' `rerun` and no failure passed in the end: flaky. An `error`
 * or `failure` directly in a suite (it could not be loaded) is an error of its own, as Jenkins counts it. Where a header declares
 * failures and no case failed, cases are missing: `tool-error`.
 */
export const junitReader: StreamReader = {
  format: 'junit',
  kind: 'tests',
  recognises: ({ xml }) => {
    const root = local(xml?.root ?? '');
    return root === 'testsuites' || root === 'testsuite' || (root === 'testrun' && (xml?.children.includes('testsuite') ?? false));
  },
  open: openJunit,
};

function openJunit(): ReportSink {
  const state: JunitState = {
    tally: testsTally(),
    flags: flagList(),
    seen: seenTests(),
    suites: [],
    cases: [],
    capturing: false,
    rootId: false,
    declaredBad: 0,
    specFile: null,
    madeAt: null,
  };
  const sink = resultsXmlSink(state.flags, {
    open: (path, attributes) => openElement(state, path, attributes),
    text: (_, text) => {
      const test = state.cases.at(-1);
      if (state.capturing && test) noteText(test, text);
    },
    close: (path) => closeElement(state, local(path.at(-1) ?? '')),
  });
  return {
    push: sink.push,
    end() {
      sink.end();
      for (const name of state.seen.unclear()) state.flags.add(`retry-unclear: passed and failed, both are counted (${name})`);
      const trouble = unlistedFailures(state.declaredBad, state.tally.end().totals);
      return testsBody({ tally: state.tally, flags: state.flags, trouble, madeAt: state.madeAt });
    },
  };
}

function openElement(state: JunitState, path: readonly string[], attributes: XmlAttributes): void {
  const name = local(path.at(-1) ?? '');
  const parent = local(path.at(-2) ?? '');
  if (path.length === 1) state.rootId = attributes.get('id') !== undefined;
  if (path.length === 1 || name === 'testsuite') openSuite(state, attributes);
  else if (name === 'testcase') {
    state.cases.push(openJunitCase(attributes));
    state.capturing = false;
  } else if (name === 'property') noteProperty(state, attributes);
  else if (parent === 'testcase') noteChild(state, name, attributes);
  else if ((name === 'error' || name === 'failure') && (parent === 'testsuite' || path.length === 2)) failSuite(state, attributes.get('message') ?? '');
}

function openSuite(state: JunitState, attributes: XmlAttributes): void {
  const suite = openJunitSuite(attributes, state.suites.at(-1) ?? null);
  if (suite.name === 'Root Suite') state.specFile = suite.file;
  if (/failsafe/.test(attributes.get('xsi:noNamespaceSchemaLocation') ?? '')) suite.hint = 'integration';
  state.madeAt ??= attributes.get('timestamp') ?? null;
  state.declaredBad = Math.max(state.declaredBad, suite.bad ?? 0);
  state.suites.push(suite);
}

function noteChild(state: JunitState, name: string, attributes: XmlAttributes): void {
  const test = state.cases.at(-1);
  if (test) state.capturing = noteResult(test, name, attributes);
  // CTest counts these as failed, and writes them as skipped.
  if (name === 'skipped' && /^(Unable to find|Required Files Missing|Fixture dependency failed)/.test(attributes.get('message') ?? ''))
    state.flags.add(`could-not-run: counted as skipped, as the report says (${test?.name ?? ''})`);
  if (name === 'warning') state.flags.add(`warnings: the tool warns of tests that it does not count as failed (${test?.name ?? ''})`);
}

function noteProperty(state: JunitState, attributes: XmlAttributes): void {
  const owner = state.cases.at(-1) ?? state.suites.at(-1);
  const hint = hintOfProperty(attributes.get('name') ?? '', attributes.get('value') ?? '');
  if (owner && hint) owner.hint = hint;
}

/** A suite that failed as a whole counts once. */
function failSuite(state: JunitState, message: string): void {
  const suite = state.suites.at(-1);
  if (!suite || suite.failed) return;
  suite.failed = true;
  countInSuite(suite, 'error', 1);
  state.tally.add({ suite: suite.name, hint: suite.hint, result: 'error' });
  state.tally.fail({ suite: suite.name, name: suite.name, message: failureText(message), ...placeOf(suite.file, null) });
  state.flags.add(`suite-failed: counted as one error (${suite.name})`);
}

function closeElement(state: JunitState, name: string): void {
  if (name === 'testcase') return closeCase(state);
  if (name === 'failure' || name === 'error') state.capturing = false;
  if (name !== 'testsuite' && name !== 'testsuites' && name !== 'testrun') return;
  const last = state.suites.at(-1);
  if (last && failedWithoutCases(last)) failSuite(state, `the suite says ${last.bad} failures and errors, and has no test`);
  const suite = state.suites.pop();
  if (suite) closeJunitSuite(suite, state.suites.at(-1) ?? null, state.flags);
}

function closeCase(state: JunitState): void {
  const [test, suite] = [state.cases.pop(), state.suites.at(-1)];
  state.capturing = false;
  if (!test || !suite) return;
  const result = junitResult(test);
  const file = test.file ?? suite.file ?? state.specFile;
  const hint = test.hint ?? suite.hint ?? hintOf({ suite: suite.name, name: test.name, file, rootId: state.rootId });
  const name = suiteOf(suite.name, test.owner);
  const scanner = scannerOf(suite.name, test.name);
  if (scanner) state.flags.add(`scanner-output: ${scanner} writes its findings as tests`);
  countInSuite(suite, result, test.failures + test.errors);
  state.seen.add([suite.name, test.owner, test.name], result);
  state.tally.add({ suite: name, hint, result });
  if (result !== 'failed' && result !== 'error') return;
  state.tally.fail(() => {
    const named = failurePlace(test.text, test.owner);
    const place = test.fileLine !== null || named.file === null ? placeOf(file, test.fileLine) : named;
    return { suite: name, name: test.name, message: failureText(test.message?.trim() ? test.message : test.text), ...place };
  });
}

/** Some writers put their elements into a namespace. */
function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
