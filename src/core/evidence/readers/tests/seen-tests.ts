import type { TestResult } from '../../tests-tally.ts';

/** Tests that stand in a report several times, which is a retry, a parameter, or the same name twice: the writer does not say. */
export interface SeenTests {
  add(name: readonly string[], result: TestResult): void;
  /** Names of those that passed once and failed once. */
  unclear(): string[];
}

const mostNames = 100_000;
const longestName = 300;

export function seenTests(): SeenTests {
  const results = new Map<string, boolean>();
  const unclear = new Set<string>();
  return {
    add(name, result) {
      // A test without a name is any test.
      if (result === 'skipped' || name.at(-1) === '') return;
      const passed = result === 'passed' || result === 'flaky';
      const key = name.join('\n').slice(-longestName);
      const before = results.get(key);
      if (before === undefined && results.size < mostNames) results.set(key, passed);
      if (before !== undefined && before !== passed && unclear.size < 100) unclear.add(name.at(-1) ?? '');
    },
    unclear: () => [...unclear],
  };
}
