import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { parseDeclared } from '../../input/parse-figure.ts';
import { resultsXmlSink } from './results-xml-sink.ts';
import type { XmlAttributes } from '../../input/xml-sink.ts';
import { testsTally } from '../../tests-tally.ts';
import type { TestResult, TestsTally } from '../../tests-tally.ts';
import type { ReportSink, StreamReader } from '../reader.ts';
import { unlistedFailures } from './declared-tests.ts';
import { failurePlace, placeOf } from './failure-place.ts';
import type { FailurePlace } from './failure-place.ts';
import { appendText, failureText } from './failure-text.ts';
import { testsBody } from './tests-body.ts';

interface XunitTest {
  readonly suite: string;
  readonly name: string;
  readonly result: TestResult;
  readonly place: FailurePlace;
  message: string;
  stack: string;
}

interface XunitState {
  readonly tally: TestsTally;
  readonly flags: FlagList;
  current: XunitTest | null;
  assembly: string;
  /** What the open assembly declares, and what was counted in it. */
  declared: { readonly total: number | null; readonly failed: number | null };
  tests: number;
  failed: number;
  /** Errors and failures that headers declare. */
  declaredBad: number;
  tool: string | null;
}

const resultOf: ReadonlyMap<string, TestResult> = new Map([
  ['pass', 'passed'],
  ['fail', 'failed'],
  ['skip', 'skipped'],
  ['notrun', 'skipped'],
]);

/**
 * xUnit.net v2 and v3 (`assemblies`, https://xunit.net/docs/format-xml-v2 and -v3) and v1 (`assembly`). Counted are the `test`
 * elements by `result`; v3's `NotRun` (explicit tests) is skipped. Each `error` of an assembly (a fixture that could not be
 * cleaned up, a crash) is one error. Failures and errors that are declared and
 * not listed are `tool-error`. The suite is the class (`type`).
 */
export const xunitReader: StreamReader = {
  format: 'xunit',
  kind: 'tests',
  recognises: ({ xml }) => xml?.root === 'assemblies' || (xml?.root === 'assembly' && ('test-framework' in xml.attributes || 'run-date' in xml.attributes)),
  open: openXunit,
};

function openXunit(): ReportSink {
  const state: XunitState = {
    tally: testsTally(),
    flags: flagList(),
    current: null,
    assembly: '',
    declared: { total: null, failed: null },
    tests: 0,
    failed: 0,
    declaredBad: 0,
    tool: null,
  };
  const sink = resultsXmlSink(state.flags, {
    open: (path, attributes) => openElement(state, path, attributes),
    text: (path, text) => {
      if (!state.current || path.at(-2) !== 'failure') return;
      if (path.at(-1) === 'message') state.current.message = appendText(state.current.message, text);
      if (path.at(-1) === 'stack-trace') state.current.stack = appendText(state.current.stack, text);
    },
    close: (path) => {
      const name = path.at(-1);
      if ((name === 'test' && path.at(-2) !== 'errors') || (name === 'error' && path.at(-2) === 'errors')) closeTest(state);
      if (name === 'assembly') compare(state);
    },
  });
  return {
    push: sink.push,
    end() {
      sink.end();
      const trouble = unlistedFailures(state.declaredBad, state.tally.end().totals);
      return testsBody({ tally: state.tally, flags: state.flags, trouble, tool: state.tool });
    },
  };
}

function openElement(state: XunitState, path: readonly string[], attributes: XmlAttributes): void {
  const name = path.at(-1);
  if (name === 'assembly') {
    Object.assign(state, { tests: 0, failed: 0, assembly: attributes.get('name') ?? '' });
    state.declared = { total: parseDeclared(attributes.get('total')), failed: parseDeclared(attributes.get('failed')) };
    state.declaredBad += (state.declared.failed ?? 0) + (parseDeclared(attributes.get('errors')) ?? 0);
    state.tool ??= attributes.get('test-framework') ?? null;
  } else if (name === 'test') openTest(state, attributes);
  else if (name === 'error' && path.at(-2) === 'errors') {
    const title = [attributes.get('type'), attributes.get('name')].filter(Boolean).join(' ');
    state.current = {
      suite: state.assembly,
      name: title === '' ? 'error of the assembly' : title,
      result: 'error',
      place: placeOf(null, null),
      message: '',
      stack: '',
    };
  }
}

function openTest(state: XunitState, attributes: XmlAttributes): void {
  const said = attributes.get('result') ?? '';
  const result = resultOf.get(said.toLowerCase());
  const name = attributes.get('name') ?? attributes.get('method') ?? '';
  if (!result) state.flags.add(`unknown-outcome: ${said === '' ? 'none' : said}, counted as failed (${name})`);
  state.current = {
    suite: attributes.get('type') ?? state.assembly,
    name,
    result: result ?? 'failed',
    place: placeOf(attributes.get('source-file'), attributes.get('source-line')),
    message: '',
    stack: '',
  };
}

function closeTest(state: XunitState): void {
  const test = state.current;
  state.current = null;
  if (!test) return;
  state.tally.add({ suite: test.suite, result: test.result });
  if (test.result !== 'error') state.tests += 1;
  if (test.result === 'failed') state.failed += 1;
  if (test.result !== 'failed' && test.result !== 'error') return;
  state.tally.fail(() => {
    const found = failurePlace(test.stack);
    return { suite: test.suite, name: test.name, message: failureText(test.message), ...(found.file === null ? test.place : found) };
  });
}

function compare(state: XunitState): void {
  const { declared, tests, failed, flags, assembly } = state;
  if (declared.total !== null && declared.total !== tests) flags.add(`header-disagrees: total ${declared.total}, counted ${tests} (${assembly})`);
  if (declared.failed !== null && declared.failed !== failed) flags.add(`header-disagrees: failed ${declared.failed}, counted ${failed} (${assembly})`);
}
