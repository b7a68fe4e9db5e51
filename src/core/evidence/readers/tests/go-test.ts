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
  /** Failed before its package was run again (gotestsum --rerun-fails appends the second run). */
  failedBefore: boolean;
  output: string;
}

export interface GoPackage {
  readonly name: string;
  readonly tests: Map<string, GoTest>;
  result: TestResult | null;
  round: number;
  ended: boolean;
  output: string;
}

export function goPackage(name: string): GoPackage {
  return { name, tests: new Map(), result: null, round: 0, ended: false, output: '' };
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
  Object.assign(found, { ended: false, result: null, round: found.round + 1 });
}

function testOf(found: GoPackage, name: string): GoTest {
  const test = found.tests.get(name) ?? { name, round: found.round, result: null, running: false, failedBefore: false, output: '' };
  if (test.round !== found.round)
    Object.assign(test, { round: found.round, result: null, failedBefore: test.failedBefore || test.result === 'failed', output: '' });
  found.tests.set(name, test);
  return test;
}
