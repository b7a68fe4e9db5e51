import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { parseDeclared } from '../../input/parse-figure.ts';
import { resultsXmlSink } from './results-xml-sink.ts';
import type { XmlAttributes } from '../../input/xml-sink.ts';
import { testsTally } from '../../tests-tally.ts';
import type { TestResult, TestsTally } from '../../tests-tally.ts';
import type { ReportSink, StreamReader } from '../reader.ts';
import { unlistedFailures } from './declared-tests.ts';
import { failurePlace } from './failure-place.ts';
import { appendText, failureText } from './failure-text.ts';
import { nunitResult } from './nunit-case.ts';
import { testsBody } from './tests-body.ts';

interface NunitSuite {
  readonly name: string;
  readonly failed: boolean;
  /** A method with parameters, which is a suite of its cases. */
  readonly ofMethod: boolean;
  /** Where it failed: `Child`, `SetUp`, `TearDown`, `Test`; NUnit 2 does not say. */
  readonly site: string | null;
  /** The suite itself failed, not only what is in it. */
  fault: boolean;
  message: string;
  /** Whether a test in it accounts for its failure. */
  explained: boolean;
}

interface NunitCase {
  readonly name: string;
  readonly suite: string;
  readonly result: TestResult;
  message: string;
  stack: string;
}

interface NunitState {
  readonly tally: TestsTally;
  readonly flags: FlagList;
  readonly suites: NunitSuite[];
  current: NunitCase | null;
  declared: { readonly total: number | null; readonly failed: number | null };
  failed: number;
  tests: number;
  /** NUnit 3 wrote the report. */
  modern: boolean;
  trouble: string | null;
  madeAt: string | null;
}

/**
 * NUnit 3 and 4 (`test-run`, https://docs.nunit.org/articles/nunit/technical-notes/usage/Test-Result-XML-Format.html) and
 * NUnit 2 (`test-results`). Counted are the `test-case` elements by `result` (before 2.5: `executed` and `success`):
 * Inconclusive, Skipped, Ignored and Explicit are skipped; Error, NotRunnable, Invalid and Cancelled fail; Warning passes and is
 * flagged. A suite that failed though no case in it did (its assembly was not loaded, its tear-down failed) is one error; one that
 * only says so is `tool-error`, in NUnit 2 a flag. The suite is the class of the case, else the innermost `test-suite`.
 */
export const nunitReader: StreamReader = {
  format: 'nunit',
  kind: 'tests',
  recognises: ({ xml }) => xml?.root === 'test-run' || xml?.root === 'test-results',
  open: openNunit,
};

function openNunit(): ReportSink {
  const state: NunitState = {
    tally: testsTally(),
    flags: flagList(),
    suites: [],
    current: null,
    declared: { total: null, failed: null },
    failed: 0,
    tests: 0,
    modern: false,
    trouble: null,
    madeAt: null,
  };
  const sink = resultsXmlSink(state.flags, {
    open: (path, attributes) => openElement(state, path, attributes),
    text: (path, text) => {
      if (path.at(-2) !== 'failure') return;
      const suite = state.suites.at(-1);
      if (!state.current && suite && path.at(-1) === 'message') suite.message = appendText(suite.message, text);
      if (!state.current) return;
      if (path.at(-1) === 'message') state.current.message = appendText(state.current.message, text);
      if (path.at(-1) === 'stack-trace') state.current.stack = appendText(state.current.stack, text);
    },
    close: (path) => {
      if (path.at(-1) === 'test-case') closeCase(state);
      if (path.at(-1) === 'test-suite') closeSuite(state);
    },
  });
  return {
    push: sink.push,
    end() {
      sink.end();
      compare(state);
      const trouble = state.trouble ?? unlistedFailures(state.declared.failed, state.tally.end().totals);
      return testsBody({ tally: state.tally, flags: state.flags, trouble, madeAt: state.madeAt });
    },
  };
}

function openElement(state: NunitState, path: readonly string[], attributes: XmlAttributes): void {
  const name = path.at(-1);
  if (path.length === 1) {
    const failed = parseDeclared(attributes.get('failed')) ?? null;
    state.declared = { total: parseDeclared(attributes.get('total')), failed };
    state.madeAt = attributes.get('end-time') ?? null;
    state.modern = name === 'test-run';
  } else if (name === 'test-suite') {
    const title = attributes.get('classname') ?? attributes.get('fullname') ?? attributes.get('name') ?? '';
    const site = attributes.get('site') ?? null;
    const fault = (site !== null && site !== 'Child') || attributes.get('runstate') === 'NotRunnable' || attributes.get('result') === 'NotRunnable';
    const ofMethod = /^(Parameterized(Test|Method)|GenericMethod|Theory)$/.test(attributes.get('type') ?? '');
    state.suites.push({ name: title, failed: nunitResult(attributes) === 'failed', ofMethod, site, fault, message: '', explained: false });
  } else if (name === 'failure' && path.at(-2) === 'test-suite') {
    const suite = state.suites.at(-1);
    if (suite?.site === null) suite.fault = true;
  } else if (name === 'test-case') openCase(state, attributes);
}

function openCase(state: NunitState, attributes: XmlAttributes): void {
  const title = attributes.get('fullname') ?? attributes.get('name') ?? '';
  const said = nunitResult(attributes);
  if (said === null) state.flags.add(`unknown-outcome: ${attributes.get('result') ?? 'none'}, counted as failed (${title})`);
  if (attributes.get('result') === 'Warning') state.flags.add(`warnings: the tool warns of a test that it does not count as failed (${title})`);
  const suite = attributes.get('classname') ?? state.suites.findLast((one) => !one.ofMethod)?.name ?? '';
  state.current = { name: title, suite, result: said ?? 'failed', message: '', stack: '' };
}

function closeCase(state: NunitState): void {
  const test = state.current;
  state.current = null;
  if (!test) return;
  state.tests += 1;
  state.tally.add({ suite: test.suite, result: test.result });
  if (test.result !== 'failed') return;
  state.failed += 1;
  for (const suite of state.suites) suite.explained = true;
  state.tally.fail(() => ({ suite: test.suite, name: test.name, message: failureText(test.message), ...failurePlace(test.stack) }));
}

function closeSuite(state: NunitState): void {
  const suite = state.suites.pop();
  if (!suite?.failed || suite.explained) return;
  // A file from which tests were taken out still says that the suites around them failed.
  if (!suite.fault) {
    state.flags.add(`header-disagrees: the suite failed, no test in it did (${suite.name})`);
    if (state.modern) state.trouble ??= `the suite ${suite.name} failed, though no test in it did; tests are missing from the report`;
    return;
  }
  for (const outer of state.suites) outer.explained = true;
  state.flags.add(`suite-failed: no test in it did, counted as one error (${suite.name})`);
  state.tally.add({ suite: suite.name, result: 'error' });
  state.tally.fail({
    suite: suite.name,
    name: suite.name,
    message: failureText(suite.message) || 'the suite failed, though none of its tests did',
    file: null,
    line: null,
  });
}

/** NUnit 2's header leaves out what did not run; only the newer one can be compared. */
function compare(state: NunitState): void {
  const { declared, failed, tests, flags } = state;
  if (declared.failed === null) return;
  if (declared.total !== null && declared.total !== tests) flags.add(`header-disagrees: total ${declared.total}, counted ${tests}`);
  if (declared.failed !== failed) flags.add(`header-disagrees: failed ${declared.failed}, counted ${failed}`);
}
