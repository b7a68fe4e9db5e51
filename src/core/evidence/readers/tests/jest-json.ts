import { flagList } from '../../input/flag-list.ts';
import { isObject, listOf, memberOf, numberOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { TestFailure } from '../../report.ts';
import { testsTally } from '../../tests-tally.ts';
import type { TestResult, TestsTally } from '../../tests-tally.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { compareDeclared, countOf, declaredOf } from './declared-tests.ts';
import { failurePlace, placeOf } from './failure-place.ts';
import { failureText } from './failure-text.ts';
import { testsBody } from './tests-body.ts';

const resultOf: ReadonlyMap<string, TestResult> = new Map([
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['pending', 'skipped'],
  ['skipped', 'skipped'],
  ['todo', 'skipped'],
  ['disabled', 'skipped'],
  // Jest's `--testNamePattern` leaves these out; Vitest says `focused` of tests that `only` selected, which ran.
  ['focused', 'passed'],
]);

/**
 * `jest --json` (https://jestjs.io/docs/cli#--json, type FormattedTestResults) and Vitest's `json` reporter, which writes the same.
 * Counted are `assertionResults` by `status`: pending, skipped, todo and disabled are skipped; one that passed with
 * `retryReasons` or more than one `invocations` is flaky. A file that failed without a failing test in it could not be loaded:
 * one error. The suite is the test file.
 */
export const jestJsonReader: JsonReader = {
  format: 'jest-json',
  kind: 'tests',
  recognises: (document) => isObject(document) && memberOf(document, 'numTotalTests') !== undefined && Array.isArray(memberOf(document, 'testResults')),
  read,
};

function read(document: unknown): ReportBody {
  const [tally, flags] = [testsTally(), flagList()];
  let unloaded = 0;
  for (const file of listOf(memberOf(document, 'testResults'))) {
    const suite = textOf(memberOf(file, 'name')) ?? textOf(memberOf(file, 'testFilePath')) ?? '';
    const failed = countFile(tally, file, suite);
    if (failed || (memberOf(file, 'status') !== 'failed' && !isObject(memberOf(file, 'testExecError')))) continue;
    unloaded += 1;
    tally.add({ suite, result: 'error' });
    tally.fail({
      suite,
      name: suite,
      message: failureText(textOf(memberOf(file, 'message')) ?? textOf(memberOf(file, 'failureMessage')) ?? '') || 'the test file could not be run',
      ...placeOf(suite, null),
    });
  }
  if (unloaded > 0) flags.add(`suite-failed: ${unloaded} test files could not be run, each is one error`);
  const { totals } = tally.end();
  const declared = {
    tests: declaredOf(document, 'numTotalTests'),
    passed: declaredOf(document, 'numPassedTests'),
    failed: declaredOf(document, 'numFailedTests'),
    skipped: declaredOf(document, 'numPendingTests', 'numTodoTests'),
  };
  const unlisted = compareDeclared(flags, declared, { ...totals, tests: totals.tests - unloaded });
  if (isObject(memberOf(document, 'coverageMap')))
    flags.add('coverage-inside: the report also holds coverage, which is not read from here; let the tool write coverage-final.json');
  return testsBody({ tally, flags, trouble: troubleOf(document) ?? unlisted });
}

/** Counts a file's tests; true when one of them failed. */
function countFile(tally: TestsTally, file: unknown, suite: string): boolean {
  const assertions = memberOf(file, 'assertionResults') ?? memberOf(file, 'testResults');
  if (!Array.isArray(assertions)) throw new ReportProblem(`the results of ${suite === '' ? 'a test file' : suite} are no list`);
  let failed = false;
  for (const test of assertions) {
    const status = textOf(memberOf(test, 'status')) ?? '';
    const said = resultOf.get(status) ?? 'error';
    const result = said === 'passed' && isFlaky(test) ? 'flaky' : said;
    tally.add({ suite, result });
    if (result !== 'failed' && result !== 'error') continue;
    failed = true;
    tally.fail(() => failureOf(test, suite));
  }
  return failed;
}

function failureOf(test: unknown, suite: string): TestFailure {
  const texts = listOf(memberOf(test, 'failureMessages')).filter((one) => typeof one === 'string');
  const text = texts.join('\n');
  const line = numberOf(memberOf(memberOf(test, 'location'), 'line'));
  const found = failurePlace(text);
  const place = line === null && found.file !== null ? found : placeOf(suite, line);
  return { suite, name: textOf(memberOf(test, 'fullName')) ?? textOf(memberOf(test, 'title')) ?? '', message: failureText(text), ...place };
}

function isFlaky(test: unknown): boolean {
  return (numberOf(memberOf(test, 'invocations')) ?? 1) > 1 || listOf(memberOf(test, 'retryReasons')).length > 0;
}

/** `success` is false for more than tests: thresholds of coverage, a global set-up, obsolete snapshots with `--ci`. */
function troubleOf(document: unknown): string | null {
  if (countOf(document, 'numRuntimeErrorTestSuites') > 0) return 'test files could not be run (numRuntimeErrorTestSuites)';
  if (memberOf(document, 'wasInterrupted') === true) return 'the run was interrupted';
  return memberOf(document, 'success') === false ? 'the run says that it did not succeed, though no test failed' : null;
}
