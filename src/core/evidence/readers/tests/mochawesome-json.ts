import { flagList } from '../../input/flag-list.ts';
import { isObject, listOf, memberOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { testsTally } from '../../tests-tally.ts';
import type { TestResult, TestsTally } from '../../tests-tally.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { compareDeclared, declaredOf } from './declared-tests.ts';
import { failurePlace, placeOf } from './failure-place.ts';
import { failureText } from './failure-text.ts';
import { testsBody } from './tests-body.ts';

/**
 * Mochawesome (https://github.com/adamgruber/mochawesome, `results` since 4, `suites` before; mochawesome-merge writes the same).
 * Counted are the tests of all suites by `state`; `pending` and `skipped` (not reached after a hook failed) are skipped. A hook
 * that failed is one error. The suite is the spec file, else the outermost suites' titles.
 */
export const mochawesomeJsonReader: JsonReader = {
  format: 'mochawesome-json',
  kind: 'tests',
  recognises: (document) =>
    memberOf(memberOf(document, 'stats'), 'testsRegistered') !== undefined &&
    (Array.isArray(memberOf(document, 'results')) || isObject(memberOf(document, 'suites'))),
  read,
};

function read(document: unknown): ReportBody {
  const [tally, flags] = [testsTally(), flagList()];
  const results = memberOf(document, 'results');
  const open = (Array.isArray(results) ? [...results] : [memberOf(document, 'suites')]).map((suite) => ({ suite: suite as unknown, file: '' })).reverse();
  let hooks = 0;
  while (open.length > 0) {
    const { suite, file } = open.pop() ?? { suite: null, file: '' };
    const own = textOf(memberOf(suite, 'fullFile')) || textOf(memberOf(suite, 'file')) || file || (textOf(memberOf(suite, 'title')) ?? '');
    for (const test of listOf(memberOf(suite, 'tests'))) count(tally, { test, result: resultOf(test), suite: own });
    const failed = ['beforeHooks', 'afterHooks']
      .flatMap((name) => listOf(memberOf(suite, name)))
      .filter((hook) => memberOf(hook, 'fail') === true || memberOf(hook, 'state') === 'failed');
    for (const test of failed) count(tally, { test, result: 'error', suite: own });
    hooks += failed.length;
    const inner = listOf(memberOf(suite, 'suites'));
    open.push(...inner.map((one) => ({ suite: one, file: memberOf(suite, 'root') === true ? '' : own })).reverse());
  }
  const stats = memberOf(document, 'stats');
  const { totals } = tally.end();
  const declared = { passed: declaredOf(stats, 'passes'), failed: declaredOf(stats, 'failures'), skipped: declaredOf(stats, 'pending', 'skipped') };
  const trouble = compareDeclared(flags, declared, { ...totals, failed: totals.failed + totals.errors });
  if (hooks > 0) flags.add(`hook-failed: ${hooks} hooks failed, each is one error`);
  return testsBody({ tally, flags, trouble, tool: 'mochawesome', madeAt: textOf(memberOf(stats, 'end')) });
}

function resultOf(test: unknown): TestResult {
  if (!isObject(test)) throw new ReportProblem('a test is no object; mochawesome lists each test with its state');
  const state = memberOf(test, 'state');
  if (memberOf(test, 'fail') === true || state === 'failed') return 'failed';
  if (memberOf(test, 'pass') === true || state === 'passed') return 'passed';
  if (memberOf(test, 'pending') === true || memberOf(test, 'skipped') === true || state === 'pending' || state === 'skipped') return 'skipped';
  return 'error';
}

function count(tally: TestsTally, found: { test: unknown; result: TestResult; suite: string }): void {
  const { test, result, suite } = found;
  tally.add({ suite, result });
  if (result !== 'failed' && result !== 'error') return;
  const error = memberOf(test, 'err');
  const stack = textOf(memberOf(error, 'estack')) ?? '';
  const text = textOf(memberOf(error, 'message')) ?? stack;
  const place = failurePlace(stack);
  tally.fail({
    suite,
    name: textOf(memberOf(test, 'fullTitle')) ?? textOf(memberOf(test, 'title')) ?? '',
    message: failureText(text),
    ...(place.file === null && /\.[cm]?[jt]sx?$/.test(suite) ? placeOf(suite, null) : place),
  });
}
