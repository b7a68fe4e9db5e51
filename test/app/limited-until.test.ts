import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { limitedUntil } from '../../src/app/limited-until.ts';
import { BudgetExhausted } from '../../src/github/budget/budget-exhausted.ts';
import { realClock } from '../../src/github/seeding/real-clock.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const hour = 3_600_000;

test.each([
  ['back', -hour],
  ['ahead', hour],
])('a time of day that is set %s makes no wait for GitHub’s limits longer or shorter', (_where, jump) => {
  const before = realClock.now();
  vi.setSystemTime(Date.now() + jump);
  expect(Math.abs(realClock.now() - before)).toBeLessThan(60_000);
  // Jobs wait by the time of day as it is now.
  const until = limitedUntil(new BudgetExhausted(7, realClock.now() + 5 * 60_000));
  expect(Math.abs((until ?? 0) - Date.now() - 5 * 60_000)).toBeLessThan(1_000);
});

test('an error that is no refusal for GitHub’s limits waits for nothing', () => {
  expect(limitedUntil(new Error('the disk is full'))).toBeNull();
  const cause = new BudgetExhausted(7, realClock.now() + hour);
  expect(limitedUntil(new Error('the read failed', { cause }))).not.toBeNull();
});
