import { sourceLine } from './input/source-line.ts';
import type { TestFailure, TestSuite, TestTotals } from './report.ts';

/** `flaky`: passed in the end, after a try that did not. */
export type TestResult = 'passed' | 'flaky' | 'failed' | 'error' | 'skipped';

export interface CountedTest {
  readonly suite: string;
  /** What the format says of the type of the test; left out where it says nothing. */
  readonly hint?: string | null;
  readonly result: TestResult;
}

const mostSuites = 2_000;
const mostFailures = 50;
const longest = 500;

/** Counts tests by suite and keeps the first failures. */
export interface TestsTally {
  add(test: CountedTest): void;
  /** A failure, or what makes it: only the first ones are made, which is costly. */
  fail(failure: TestFailure | (() => TestFailure)): void;
  end(): { readonly totals: TestTotals; readonly suites: readonly TestSuite[]; readonly failures: readonly TestFailure[] };
}

type Totals = { -readonly [Key in keyof TestTotals]: TestTotals[Key] };

export function testsTally(): TestsTally {
  const totals = noTests();
  const suites = new Map<string, { name: string; hint: string | null; totals: Totals }>();
  const failures: TestFailure[] = [];
  return {
    add({ suite, hint = null, result }) {
      count(totals, result);
      const key = JSON.stringify([suite, hint]);
      const name = suites.has(key) || suites.size < mostSuites ? suite : '';
      const known = suites.get(name === suite ? key : '') ?? { name, hint: name === suite ? hint : null, totals: noTests() };
      suites.set(name === suite ? key : '', known);
      count(known.totals, result);
    },
    fail(given) {
      if (failures.length >= mostFailures) return;
      const failure = typeof given === 'function' ? given() : given;
      failures.push({ ...failure, name: failure.name.slice(0, longest), message: failure.message.slice(0, longest), line: sourceLine(failure.line) });
    },
    end: () => ({ totals, suites: [...suites.values()], failures }),
  };
}

export function noTests(): Totals {
  return { tests: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 };
}

function count(totals: Totals, result: TestResult): void {
  totals.tests += 1;
  if (result === 'passed' || result === 'flaky') totals.passed += 1;
  if (result === 'flaky') totals.flaky += 1;
  if (result === 'failed') totals.failed += 1;
  if (result === 'error') totals.errors += 1;
  if (result === 'skipped') totals.skipped += 1;
}
