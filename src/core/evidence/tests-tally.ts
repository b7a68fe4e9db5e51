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

/** Suites beyond these are counted together under no name, apart by what the format says of their type. */
export const mostSuites = 2_000;
const mostHints = 20;
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
      const key = [keyOf(suite, hint), keyOf('', hint)].find((candidate, index) => suites.has(candidate) || suites.size < mostSuites + index * mostHints);
      const known = suites.get(key ?? rest) ?? { ...(JSON.parse(key ?? rest) as { name: string; hint: string | null }), totals: noTests() };
      suites.set(key ?? rest, known);
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

/** What is beyond any count, its hint too. */
const rest = keyOf('', null);

function keyOf(name: string, hint: string | null): string {
  return JSON.stringify({ name, hint });
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
