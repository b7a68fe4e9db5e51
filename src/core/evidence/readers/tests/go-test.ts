import type { TestResult } from '../../tests-tally.ts';
import { appendText } from './failure-text.ts';

/** A test, benchmark or example of a package; sub-tests are tests of their own. */
export interface GoTest {
  readonly name: string;
  /** Which run of its package its result is of. */
  round: number;
  /** Since its package was last begun: a test may run several times in it (`-count`), and the worst counts. */
  result: TestResult | null;
  running: boolean;
  /** Failed, or never ended, before its package was run again (gotestsum --rerun-fails appends the second run). */
  failedBefore: boolean;
  output: string;
}

export interface GoPackage {
  readonly name: string;
  readonly tests: Map<string, GoTest>;
  result: TestResult | null;
  round: number;
  ended: boolean;
  /** A later run held more than tests that had failed: it is no retry, and what failed before stays failed. */
  whole: boolean;
  /** Failed before it was run again, though no test in it did. */
  brokenBefore: boolean;
  output: string;
}

export function goPackage(name: string): GoPackage {
  return { name, tests: new Map(), result: null, round: 0, ended: false, whole: false, brokenBefore: false, output: '' };
}

export interface GoEvent {
  readonly action: string;
  readonly test: string | null;
  readonly output: string;
}

const resultOf: ReadonlyMap<string, TestResult> = new Map([
  ['pass', 'passed'],
  ['bench', 'passed'],
  ['fail', 'failed'],
  ['skip', 'skipped'],
]);

/** Takes an event of `go doc test2json` into its package. */
export function noteGoEvent(found: GoPackage, event: GoEvent): void {
  const result = resultOf.get(event.action) ?? null;
  if (event.test === null) return notePackage(found, event, result);
  if (found.ended && event.action !== 'output') restart(found);
  const test = testOf(found, event.test);
  if (event.action === 'run') test.running = true;
  else if (event.action === 'output') test.output = appendText(test.output, event.output);
  else if (result) {
    test.running = false;
    test.result = test.result === 'failed' ? 'failed' : result;
  }
}

function notePackage(found: GoPackage, event: GoEvent, result: TestResult | null): void {
  if (event.action === 'start' && found.ended) restart(found);
  else if (event.action === 'output') found.output = appendText(found.output, event.output);
  else if (result) Object.assign(found, { result, ended: true });
}

/** The package runs once more: what comes now replaces what was, for the tests that run again. */
function restart(found: GoPackage): void {
  const failedAlone = found.result === 'failed' && ![...found.tests.values()].some((test) => test.round === found.round && isBad(test));
  Object.assign(found, { ended: false, result: null, round: found.round + 1, brokenBefore: found.brokenBefore || failedAlone });
}

/** The result of all its runs: flaky is what failed and passed when only failed tests were run again. Null: it has none. */
export function resultOfGoTest(test: GoTest, whole: boolean): TestResult | null {
  if (test.running) return 'error';
  if (!test.failedBefore) return test.result;
  return test.result === 'passed' && !whole ? 'flaky' : 'failed';
}

function isBad(test: GoTest): boolean {
  return test.running || test.result === 'failed';
}

function testOf(found: GoPackage, name: string): GoTest {
  const known = found.tests.get(name);
  // A retry names whole tests: their sub-tests, and those of a parent that panicked, may be new.
  if (found.round > 0 && known?.round !== found.round && !name.includes('/') && !(known && (known.failedBefore || isBad(known)))) found.whole = true;
  const test = found.tests.get(name) ?? { name, round: found.round, result: null, running: false, failedBefore: false, output: '' };
  if (test.round !== found.round)
    Object.assign(test, { round: found.round, result: null, running: false, failedBefore: test.failedBefore || isBad(test), output: '' });
  found.tests.set(name, test);
  return test;
}
