import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { memberOf, numberOf, textOf } from '../../input/json-shape.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { lineSink } from '../../input/line-sink.ts';
import { testsTally } from '../../tests-tally.ts';
import type { TestResult, TestsTally } from '../../tests-tally.ts';
import type { ReportSink, StreamReader } from '../reader.ts';
import { placeOf } from './failure-place.ts';
import { failureText } from './failure-text.ts';
import { parseRecord } from './parse-record.ts';
import { testsBody } from './tests-body.ts';

interface DartTest {
  readonly name: string;
  readonly suite: string;
  readonly file: string | null;
  readonly line: number | null;
  message: string;
}

interface DartState {
  readonly tally: TestsTally;
  readonly flags: FlagList;
  readonly suites: Map<number, string>;
  /** Tests that have begun and not ended. */
  readonly open: Map<number, DartTest>;
  running: boolean;
  trouble: string | null;
  tool: string | null;
}

/**
 * The JSON reporter of package:test (`dart test --reporter json`, `flutter test --machine`;
 * https://github.com/dart-lang/test/blob/master/pkgs/test/doc/json_reporter.md, protocol 0.1). Counted are the `testDone` events
 * that are not hidden: `failure` failed, `error` is an error (a suite that does not load is one), `skipped` is skipped. A test
 * that began and never ended is an error. A `done` that is missing, or not `success` where no test failed, is `tool-error`.
 * The suite is the file.
 */
export const dartJsonReader: StreamReader = {
  format: 'dart-json',
  kind: 'tests',
  recognises: ({ records }) =>
    records.some((record) => {
      const type = textOf(memberOf(record, 'type'));
      if (type === 'start') return textOf(memberOf(record, 'protocolVersion')) !== null;
      return type === 'testStart' && numberOf(memberOf(memberOf(record, 'test'), 'suiteID')) !== null;
    }),
  open: openDart,
};

function openDart(): ReportSink {
  const state: DartState = { tally: testsTally(), flags: flagList(), suites: new Map(), open: new Map(), running: false, trouble: null, tool: null };
  const sink = lineSink((line, number) => {
    const event = parseRecord(line);
    if (event) readEvent(state, event);
    else if (/^\s*\{"/.test(line)) state.flags.add(`broken-line: line ${number} is no whole event`);
  });
  return {
    push: sink.push,
    end() {
      sink.end();
      endRun(state, 'the run never ended; the output was cut, or the run was');
      return testsBody(state);
    },
  };
}

function readEvent(state: DartState, event: JsonObject): void {
  switch (textOf(memberOf(event, 'type'))) {
    case 'start':
      endRun(state, 'a run never ended; another one begins after it');
      state.running = true;
      state.tool = `package:test ${textOf(memberOf(event, 'runnerVersion')) ?? ''}`.trim();
      break;
    case 'suite': {
      const suite = memberOf(event, 'suite');
      state.suites.set(numberOf(memberOf(suite, 'id')) ?? -1, textOf(memberOf(suite, 'path')) ?? '');
      break;
    }
    case 'testStart':
      begin(state, memberOf(event, 'test'));
      break;
    case 'error': {
      const test = state.open.get(numberOf(memberOf(event, 'testID')) ?? -1);
      if (test && test.message === '') test.message = failureText(textOf(memberOf(event, 'error')) ?? '');
      break;
    }
    case 'testDone':
      close(state, event);
      break;
    case 'done':
      if (memberOf(event, 'success') !== true) state.trouble ??= 'the run says that it did not succeed, though no test failed';
      endRun(state, null);
      break;
    default:
  }
}

function begin(state: DartState, test: unknown): void {
  state.running = true;
  const suite = state.suites.get(numberOf(memberOf(test, 'suiteID')) ?? -1) ?? '';
  // Of a test that a helper declares, `root_line` is where the suite's file calls it.
  const own = numberOf(memberOf(test, 'root_line'));
  const url = textOf(memberOf(test, own === null ? 'url' : 'root_url'));
  const place = placeOf(url?.startsWith('file:') ? url : suite, own ?? numberOf(memberOf(test, 'line')));
  state.open.set(numberOf(memberOf(test, 'id')) ?? -1, { name: textOf(memberOf(test, 'name')) ?? '', suite, message: '', ...place });
}

function close(state: DartState, event: JsonObject): void {
  const id = numberOf(memberOf(event, 'testID')) ?? -1;
  const test = state.open.get(id);
  state.open.delete(id);
  const said = textOf(memberOf(event, 'result'));
  const result = said === 'success' ? 'passed' : said === 'failure' ? 'failed' : 'error';
  if (memberOf(event, 'hidden') === true && result === 'passed') return;
  count(state, test, memberOf(event, 'skipped') === true && result === 'passed' ? 'skipped' : result);
}

function count(state: DartState, test: DartTest | undefined, result: TestResult): void {
  const found = test ?? { name: '', suite: '', file: null, line: null, message: '' };
  state.tally.add({ suite: found.suite, result });
  if (result === 'failed' || result === 'error') state.tally.fail(found);
}

/** What has begun and not ended is an error. */
function endRun(state: DartState, trouble: string | null): void {
  for (const test of state.open.values()) {
    test.message ||= 'the test began and never ended';
    count(state, test, 'error');
  }
  state.open.clear();
  if (state.running && trouble !== null) state.trouble ??= trouble;
  state.running = false;
  state.suites.clear();
}
