import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { isObject, listOf, memberOf, numberOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { testsTally } from '../../tests-tally.ts';
import type { TestResult, TestsTally } from '../../tests-tally.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { compareDeclared, declaredOf } from './declared-tests.ts';
import { placeOf } from './failure-place.ts';
import { failureText } from './failure-text.ts';
import { testsBody } from './tests-body.ts';

const resultOf: ReadonlyMap<string, TestResult> = new Map([
  ['expected', 'passed'],
  ['unexpected', 'failed'],
  ['flaky', 'flaky'],
  ['skipped', 'skipped'],
]);

/**
 * Playwright Test's JSON reporter (type JSONReport of `@playwright/test/reporter`, 1.10 and later). Counted is each spec once a
 * project (`specs[].tests[]`) by `status`; `expected` includes tests that are meant to fail. `errors` (files that did not load, a
 * global set-up or time-out) make the run `tool-error` where no test failed. The suite is the spec file; the hint is `e2e`.
 */
export const playwrightJsonReader: JsonReader = {
  format: 'playwright-json',
  kind: 'tests',
  recognises: (document) => {
    if (!isObject(memberOf(document, 'config')) || !Array.isArray(memberOf(document, 'suites'))) return false;
    return (
      memberOf(memberOf(document, 'stats'), 'expected') !== undefined ||
      Array.isArray(memberOf(document, 'errors')) ||
      Array.isArray(memberOf(memberOf(document, 'config'), 'projects'))
    );
  },
  read,
};

function read(document: unknown): ReportBody {
  const [tally, flags] = [testsTally(), flagList()];
  const open = [...listOf(memberOf(document, 'suites'))].reverse();
  while (open.length > 0) {
    const suite = open.pop();
    for (const spec of listOf(memberOf(suite, 'specs'))) countSpec({ tally, flags }, spec, textOf(memberOf(suite, 'file')) ?? '');
    open.push(...[...listOf(memberOf(suite, 'suites'))].reverse());
  }
  const stats = memberOf(document, 'stats');
  const { totals } = tally.end();
  const declared = {
    passed: declaredOf(stats, 'expected', 'flaky'),
    failed: declaredOf(stats, 'unexpected'),
    skipped: declaredOf(stats, 'skipped'),
    flaky: declaredOf(stats, 'flaky'),
  };
  const unlisted = compareDeclared(flags, declared, totals);
  const version = textOf(memberOf(memberOf(document, 'config'), 'version'));
  const trouble = noteErrors({ tally, flags }, document) ?? unlisted;
  return testsBody({ tally, flags, trouble, tool: version === null ? 'playwright' : `playwright ${version}`, madeAt: textOf(memberOf(stats, 'startTime')) });
}

function countSpec(into: { tally: TestsTally; flags: FlagList }, spec: unknown, suiteFile: string): void {
  const suite = textOf(memberOf(spec, 'file')) ?? suiteFile;
  const tests = memberOf(spec, 'tests');
  if (!Array.isArray(tests)) throw new ReportProblem(`the tests of a spec in ${suite} are no list`);
  for (const test of tests) {
    const status = textOf(memberOf(test, 'status')) ?? '';
    const result = resultOf.get(status) ?? 'error';
    if (!resultOf.has(status)) into.flags.add(`unknown-outcome: ${status === '' ? 'none' : status}, counted as error`);
    const tries = listOf(memberOf(test, 'results'));
    if (result === 'skipped' && memberOf(test, 'expectedStatus') === 'passed')
      into.flags.add('did-not-run: tests that were meant to run did not; they are counted as skipped');
    into.tally.add({ suite, hint: 'e2e', result });
    if (result !== 'failed' && result !== 'error') continue;
    const project = textOf(memberOf(test, 'projectName')) ?? '';
    const name = [project === '' ? '' : `[${project}]`, textOf(memberOf(spec, 'title')) ?? ''].filter((part) => part !== '').join(' ');
    into.tally.fail({ suite, name, ...failureOf(tries.at(-1)), ...(placeOfError(tries.at(-1)) ?? placeOf(suite, numberOf(memberOf(spec, 'line')))) });
  }
}

function failureOf(last: unknown): { message: string } {
  const error = memberOf(last, 'error') ?? listOf(memberOf(last, 'errors'))[0];
  return { message: failureText(textOf(memberOf(error, 'message')) ?? textOf(memberOf(error, 'value')) ?? textOf(memberOf(last, 'status')) ?? '') };
}

function placeOfError(last: unknown): ReturnType<typeof placeOf> | null {
  const location = memberOf(last, 'errorLocation') ?? memberOf(memberOf(last, 'error'), 'location');
  const place = placeOf(textOf(memberOf(location, 'file')), numberOf(memberOf(location, 'line')));
  return place.file === null ? null : place;
}

/** What went wrong outside of any test. */
function noteErrors(into: { tally: TestsTally; flags: FlagList }, document: unknown): string | null {
  const errors = listOf(memberOf(document, 'errors'));
  const messages = errors.map(
    (error) => failureText(textOf(memberOf(error, 'message')) ?? textOf(memberOf(error, 'value')) ?? '') || 'an error without a message',
  );
  for (const [index, message] of messages.slice(0, 20).entries()) {
    const location = memberOf(errors[index], 'location');
    const place = placeOf(textOf(memberOf(location, 'file')), numberOf(memberOf(location, 'line')));
    into.tally.fail({ suite: place.file ?? '', name: 'error outside of tests', message, ...place });
  }
  if (messages.length > 0) into.flags.add(`run-errors: ${messages.length} errors outside of tests`);
  return messages[0] === undefined ? null : `the run had errors outside of its tests: ${messages[0]}`;
}
