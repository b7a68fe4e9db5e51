import { flagList } from '../../input/flag-list.ts';
import { isObject, listOf, memberOf, numberOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { testsTally } from '../../tests-tally.ts';
import type { TestResult } from '../../tests-tally.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { compareDeclared, declaredOf } from './declared-tests.ts';
import { placeOf } from './failure-place.ts';
import { failureText } from './failure-text.ts';
import { testsBody } from './tests-body.ts';

const resultOf: ReadonlyMap<string, TestResult> = new Map([
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['skipped', 'skipped'],
  ['pending', 'skipped'],
  // Neither run nor left out: what happened is unknown, and nothing unknown passes.
  ['other', 'error'],
]);

/**
 * CTRF (https://github.com/ctrf-io/ctrf, schema 0.0 and 1.0). Counted are `tests` by `status`: `pending` is skipped, `other` is
 * an error, save where `rawStatus` says that it is to do; `flaky: true` on a passed test is flaky. `summary` is only compared, save where a report has no list of tests: then
 * it is all there is. The suite is `suite`, else `filePath`; `type` is the hint.
 */
export const ctrfJsonReader: JsonReader = {
  format: 'ctrf-json',
  kind: 'tests',
  recognises: (document) => {
    const results = memberOf(document, 'results');
    return (
      isObject(results) && (memberOf(document, 'reportFormat') === 'CTRF' || (isObject(memberOf(results, 'tool')) && isObject(memberOf(results, 'summary'))))
    );
  },
  read,
};

function read(document: unknown): ReportBody {
  const results = memberOf(document, 'results');
  const summary = memberOf(results, 'summary');
  const [tally, flags] = [testsTally(), flagList()];
  const tests = memberOf(results, 'tests');
  if (!Array.isArray(tests)) throw new ReportProblem('results.tests is missing; CTRF requires the list of tests, the summary alone proves nothing');
  let toDo = 0;
  for (const test of tests) {
    const status = textOf(memberOf(test, 'status')) ?? '';
    const named = status === 'other' && isToDo(test);
    if (named) toDo += 1;
    const said = named ? 'skipped' : resultOf.get(status);
    if (!said) flags.add(`unknown-outcome: ${status === '' ? 'none' : status}, counted as error`);
    const result = said === 'passed' && isFlaky(test) ? 'flaky' : (said ?? 'error');
    const suite = suiteOf(test);
    tally.add({ suite, hint: textOf(memberOf(test, 'type'))?.toLowerCase().slice(0, 50) ?? null, result });
    if (result !== 'failed' && result !== 'error') continue;
    const message = failureText(textOf(memberOf(test, 'message')) ?? '');
    const place = placeOf(textOf(memberOf(test, 'filePath')), numberOf(memberOf(test, 'line')));
    tally.fail({ suite, name: textOf(memberOf(test, 'name')) ?? '', message, ...place });
  }
  const declared = {
    tests: declaredOf(summary, 'tests'),
    passed: declaredOf(summary, 'passed'),
    failed: declaredOf(summary, 'failed'),
    errors: declaredOf(summary, 'other'),
    skipped: declaredOf(summary, 'skipped', 'pending'),
  };
  // The summary has what is to do under `other`, too.
  if (toDo > 0 && declared.errors !== null) Object.assign(declared, { errors: Math.max(0, declared.errors - toDo), skipped: (declared.skipped ?? 0) + toDo });
  const trouble = compareDeclared(flags, declared, tally.end().totals);
  return testsBody({ tally, flags, trouble, tool: toolOf(memberOf(results, 'tool')), madeAt: textOf(memberOf(document, 'timestamp')) });
}

/** Some reporters write `other` for the tests that are only named (`test.todo` of Jest); the runner's own word tells. */
function isToDo(test: unknown): boolean {
  return /^(todo|pending|skipped|disabled)$/i.test(textOf(memberOf(test, 'rawStatus')) ?? '');
}

/** Passed, after a try that did not: the schema has a flag, and writers that only list the tries. */
function isFlaky(test: unknown): boolean {
  const said = memberOf(test, 'flaky');
  if (typeof said === 'boolean') return said;
  return listOf(memberOf(test, 'retryAttempts')).some((attempt) => memberOf(attempt, 'status') === 'failed');
}

/** A text before 1.0 (`a > b`), a list of nested suites since. */
function suiteOf(test: unknown): string {
  const suite = memberOf(test, 'suite');
  const names = typeof suite === 'string' ? [suite] : listOf(suite).filter((name) => typeof name === 'string');
  return names.length > 0 ? names.join(' > ') : (textOf(memberOf(test, 'filePath')) ?? '');
}

function toolOf(tool: unknown): string | null {
  const text = [textOf(memberOf(tool, 'name')), textOf(memberOf(tool, 'version'))].filter(Boolean).join(' ');
  return text === '' ? null : text;
}
