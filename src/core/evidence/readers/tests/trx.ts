import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { parseDeclared } from '../../input/parse-figure.ts';
import { resultsXmlSink } from './results-xml-sink.ts';
import type { XmlAttributes } from '../../input/xml-sink.ts';
import { testsTally } from '../../tests-tally.ts';
import type { TestResult } from '../../tests-tally.ts';
import type { ReportSink, StreamReader } from '../reader.ts';
import { unlistedFailures } from './declared-tests.ts';
import { failurePlace } from './failure-place.ts';
import { appendText, failureText } from './failure-text.ts';
import { testsBody } from './tests-body.ts';

interface TrxResult {
  readonly id: string;
  readonly name: string;
  readonly outcome: string;
  /** Holds the results of its rows or of an ordered test's parts, which are counted in its place. */
  container: boolean;
  /** Something in it failed, which accounts for its own failure. */
  explained: boolean;
  message: string;
  stack: string;
}

interface TrxState {
  readonly flags: FlagList;
  readonly results: TrxResult[];
  readonly open: TrxResult[];
  /** Class names by the id of the test; they come after the results. */
  readonly classes: Map<string, string>;
  definition: string;
  declared: { readonly total: number | null; readonly failed: number | null; readonly bad: number } | null;
  runOutcome: string;
  runText: string;
  madeAt: string | null;
}

const resultOf: ReadonlyMap<string, TestResult> = new Map([
  ['Passed', 'passed'],
  ['PassedButRunAborted', 'passed'],
  ['Completed', 'passed'],
  ['Warning', 'passed'],
  ['Failed', 'failed'],
  ['Timeout', 'failed'],
  ['Aborted', 'failed'],
  ['Error', 'error'],
  ['Disconnected', 'error'],
  ['InProgress', 'error'],
  ['NotRunnable', 'error'],
  ['NotExecuted', 'skipped'],
  ['Inconclusive', 'skipped'],
  ['Pending', 'skipped'],
]);

/**
 * TRX of VSTest, MSTest and Microsoft.Testing.Platform (schema vstst.xsd, namespace TeamTest 2010). Counted are the results,
 * by `outcome` (the schema's names); `NotExecuted`, `Inconclusive` and `Pending` are skipped, `Timeout` and `Aborted` fail, no
 * outcome is an error. A data-driven result counts by its rows. `Counters` is only compared: its `notExecuted` stays 0. A run
 * that was aborted, and failures that are declared and not listed, are `tool-error`. The suite is the class of the test's
 * definition.
 */
export const trxReader: StreamReader = { format: 'trx', kind: 'tests', recognises: ({ xml }) => xml?.root === 'TestRun', open: openTrx };

function openTrx(): ReportSink {
  const state: TrxState = {
    flags: flagList(),
    results: [],
    open: [],
    classes: new Map(),
    definition: '',
    declared: null,
    runOutcome: '',
    runText: '',
    madeAt: null,
  };
  const sink = resultsXmlSink(state.flags, {
    open: (path, attributes) => openElement(state, path, attributes),
    text: (path, text) => noteText(state, path, text),
    close: (path) => {
      if (isResult(path)) state.open.pop();
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

/** `UnitTestResult`, `GenericTestResult`, `TestResultAggregation` and others, below `Results` or in another's `InnerResults`. */
function isResult(path: readonly string[]): boolean {
  const name = path.at(-1) ?? '';
  const parent = path.at(-2);
  return (parent === 'Results' || parent === 'InnerResults') && (name.endsWith('Result') || name === 'TestResultAggregation');
}

function openElement(state: TrxState, path: readonly string[], attributes: XmlAttributes): void {
  const name = path.at(-1);
  const parent = path.at(-2);
  if (isResult(path)) openResult(state, attributes);
  else if (parent === 'TestDefinitions') state.definition = attributes.get('id') ?? '';
  else if (name === 'TestMethod') state.classes.set(state.definition, (attributes.get('className') ?? '').split(',', 1)[0] ?? '');
  else if (name === 'Times' && path.length === 2) state.madeAt = attributes.get('finish') ?? attributes.get('start') ?? null;
  else if (name === 'ResultSummary') state.runOutcome = attributes.get('outcome') ?? '';
  else if (name === 'Counters' && parent === 'ResultSummary')
    state.declared = { total: parseDeclared(attributes.get('total')), failed: parseDeclared(attributes.get('failed')), bad: badOf(attributes) };
}

/** What `Counters` has of tests that failed or were not brought to an end. */
function badOf(attributes: XmlAttributes): number {
  const names = ['failed', 'error', 'timeout', 'aborted', 'passedButRunAborted', 'disconnected', 'inProgress', 'notRunnable'];
  return names.reduce((sum, name) => sum + (parseDeclared(attributes.get(name)) ?? 0), 0);
}

function openResult(state: TrxState, attributes: XmlAttributes): void {
  const parent = state.open.at(-1);
  if (parent) parent.container = true;
  if (isBad(attributes.get('outcome') ?? '')) for (const outer of state.open) outer.explained = true;
  const result = {
    id: attributes.get('testId') ?? '',
    name: attributes.get('testName') ?? '',
    outcome: attributes.get('outcome') ?? '',
    container: false,
    explained: false,
    message: '',
    stack: '',
  };
  state.open.push(result);
  state.results.push(result);
}

function isBad(outcome: string): boolean {
  const result = resultOf.get(outcome) ?? 'error';
  return result === 'failed' || result === 'error';
}

function noteText(state: TrxState, path: readonly string[], text: string): void {
  const result = state.open.at(-1);
  if (result && path.at(-2) === 'ErrorInfo') {
    if (path.at(-1) === 'Message') result.message = appendText(result.message, text);
    if (path.at(-1) === 'StackTrace') result.stack = appendText(result.stack, text);
  } else if (path.at(-1) === 'Text' && path.at(-2) === 'RunInfo') state.runText = appendText(state.runText, text);
}

function finish(state: TrxState): ReturnType<ReportSink['end']> {
  const tally = testsTally();
  for (const test of state.results.filter((one) => !one.container || (isBad(one.outcome) && !one.explained))) {
    const result = resultOf.get(test.outcome) ?? 'error';
    if (!resultOf.has(test.outcome)) state.flags.add(`unknown-outcome: ${test.outcome === '' ? 'none' : test.outcome}, counted as error`);
    const suite = state.classes.get(test.id) ?? '';
    tally.add({ suite, result });
    if (!isBad(test.outcome)) continue;
    tally.fail(() => ({ suite, name: test.name, message: failureText(test.message), ...failurePlace(test.stack) }));
  }
  const { totals } = tally.end();
  compare(state, totals);
  const failed = ['Failed', 'Error', 'Aborted', 'Timeout', 'Disconnected'].includes(state.runOutcome);
  const text = failureText(state.runText);
  const stopped = state.results.some((one) => one.outcome === 'PassedButRunAborted') ? 'tests passed in a run that was aborted' : null;
  const trouble = failed
    ? `the run's outcome is ${state.runOutcome} though no test failed${text === '' ? '' : `: ${text}`}`
    : (stopped ?? unlistedFailures(state.declared?.bad, totals));
  if (failed && text !== '' && /abort|crash/i.test(text)) state.flags.add(`run-aborted: ${text.split('\n', 1)[0] ?? ''}`);
  return testsBody({ tally, flags: state.flags, madeAt: state.madeAt, trouble });
}

/** Counters hold data-driven results with or without their rows, by the version of the tool. */
function compare(state: TrxState, totals: { readonly tests: number; readonly failed: number }): void {
  const { declared, results, flags } = state;
  if (!declared) return;
  const failed = results.filter((one) => one.outcome === 'Failed').length;
  const own = results.filter((one) => one.outcome === 'Failed' && !one.container).length;
  if (declared.total !== null && declared.total !== totals.tests && declared.total !== results.length)
    flags.add(`header-disagrees: total ${declared.total}, counted ${totals.tests}`);
  if (declared.failed !== null && ![failed, own, totals.failed].includes(declared.failed))
    flags.add(`header-disagrees: failed ${declared.failed}, counted ${totals.failed}`);
}
