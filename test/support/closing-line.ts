import type { Reporter, TestCase } from 'vitest/node';

/** Ends the run with the plain line `N passed, N failed, N skipped`, for those who read logs by machine. */
export default class ClosingLine implements Reporter {
  private counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };

  onTestCaseResult(test: TestCase): void {
    this.counts[test.result().state] += 1;
  }

  onTestRunEnd(_modules: unknown, errors: readonly unknown[]): void {
    const { passed, failed, skipped } = this.counts;
    // Written last: after the summary of the default reporter.
    process.on('exit', () => process.stdout.write(`\n${passed} passed, ${failed + errors.length} failed, ${skipped} skipped\n`));
  }
}
