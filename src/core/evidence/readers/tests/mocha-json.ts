import { flagList } from '../../input/flag-list.ts';
import { isObject, listOf, memberOf, numberOf, textOf } from '../../input/json-shape.ts';
import type { TestFailure } from '../../report.ts';
import { testsTally } from '../../tests-tally.ts';
import type { TestResult } from '../../tests-tally.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { compareDeclared, declaredOf } from './declared-tests.ts';
import { failurePlace, placeOf } from './failure-place.ts';
import { failureText } from './failure-text.ts';
import { testsBody } from './tests-body.ts';

/**
 * Mocha's `json` reporter (mocha `lib/reporters/json.js`). The lists `passes`, `failures` and `pending` say what became of a
 * test; a failed hook stands in `failures` and not in `tests`, and is one more error. A test in `tests` that is in no list never
 * ended: an error. `currentRetry` above 0 on a passed test is flaky. The suite is the file, else the title without the test's.
 */
export const mochaJsonReader: JsonReader = {
  format: 'mocha-json',
  kind: 'tests',
  recognises: (document) =>
    isObject(memberOf(document, 'stats')) &&
    memberOf(memberOf(document, 'stats'), 'passes') !== undefined &&
    ['tests', 'passes', 'failures'].every((name) => Array.isArray(memberOf(document, name))),
  read,
};

function read(document: unknown): ReportBody {
  const [tally, flags] = [testsTally(), flagList()];
  const stats = memberOf(document, 'stats');
  const add = (test: unknown, result: TestResult): void => {
    const suite = suiteOf(test);
    tally.add({ suite, result });
    if (result !== 'failed' && result !== 'error') return;
    tally.fail(() => failureOf(test, suite));
  };
  const list = (name: string): readonly unknown[] => listOf(memberOf(document, name));
  const [passes, failures, pending, tests] = [list('passes'), list('failures'), list('pending'), list('tests')] as const;
  for (const test of passes) add(test, (numberOf(memberOf(test, 'currentRetry')) ?? 0) > 0 ? 'flaky' : 'passed');
  for (const test of failures) add(test, isHook(test) ? 'error' : 'failed');
  for (const test of pending) add(test, 'skipped');
  const lost = Math.max(0, tests.length - passes.length - failures.filter((test) => !isHook(test)).length - pending.length);
  if (lost > 0) flags.add(`no-result: ${lost} tests have no result, each is one error`);
  for (let index = 0; index < lost; index += 1) tally.add({ suite: '', result: 'error' });
  const { totals } = tally.end();
  const declared = { passed: declaredOf(stats, 'passes'), failed: declaredOf(stats, 'failures'), skipped: declaredOf(stats, 'pending') };
  const trouble = compareDeclared(flags, declared, { ...totals, failed: failures.length });
  return testsBody({ tally, flags, trouble, tool: 'mocha', madeAt: textOf(memberOf(stats, 'end')) });
}

function failureOf(test: unknown, suite: string): TestFailure {
  const error = memberOf(test, 'err');
  const stack = textOf(memberOf(error, 'stack')) ?? '';
  const found = failurePlace(stack);
  const place = found.file === null ? placeOf(textOf(memberOf(test, 'file')), null) : found;
  const message = failureText(textOf(memberOf(error, 'message')) ?? stack);
  return { suite, name: textOf(memberOf(test, 'fullTitle')) ?? textOf(memberOf(test, 'title')) ?? '', message, ...place };
}

function isHook(test: unknown): boolean {
  return /^"(before|after) (all|each)" hook/.test(textOf(memberOf(test, 'title')) ?? '');
}

function suiteOf(test: unknown): string {
  const file = textOf(memberOf(test, 'file'));
  if (file) return file;
  const [full, title] = [textOf(memberOf(test, 'fullTitle')) ?? '', textOf(memberOf(test, 'title')) ?? ''];
  return full.endsWith(title) ? full.slice(0, full.length - title.length).trim() : full;
}
