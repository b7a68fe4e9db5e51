import { expect, test } from 'vitest';
import { limitedUntil } from '../../src/app/limited-until.ts';
import { BudgetExhausted } from '../../src/github/budget/budget-exhausted.ts';
import { realClock } from '../../src/github/seeding/real-clock.ts';

const hour = 3_600_000;

test('an error that is no refusal for GitHub’s limits waits for nothing', () => {
  expect(limitedUntil(new Error('the disk is full'))).toBeNull();
  const cause = new BudgetExhausted(7, realClock.now() + hour);
  expect(limitedUntil(new Error('the read failed', { cause }))).not.toBeNull();
});
