import type { XmlAttributes } from '../../input/xml-sink.ts';
import type { TestResult } from '../../tests-tally.ts';

const resultOf: ReadonlyMap<string, TestResult> = new Map([
  ['Passed', 'passed'],
  ['Success', 'passed'],
  ['Warning', 'passed'],
  ['Failed', 'failed'],
  ['Failure', 'failed'],
  ['Error', 'failed'],
  ['NotRunnable', 'failed'],
  ['Invalid', 'failed'],
  ['Cancelled', 'failed'],
  ['Inconclusive', 'skipped'],
  ['Skipped', 'skipped'],
  ['Ignored', 'skipped'],
  ['Explicit', 'skipped'],
]);

/** The result of a `test-case` or `test-suite`; null when nothing says it, or in a word that NUnit does not have. */
export function nunitResult(attributes: XmlAttributes): TestResult | null {
  const result = attributes.get('result');
  if (result !== undefined) return resultOf.get(result.split(':', 1)[0] ?? '') ?? null;
  // Before 2.5 there are only two booleans.
  if (attributes.get('executed')?.toLowerCase() === 'false') return 'skipped';
  const success = attributes.get('success')?.toLowerCase();
  return success === 'true' ? 'passed' : success === 'false' ? 'failed' : null;
}
