import { describe, expect, test } from 'vitest';
import { githubLimits, type WorkClass } from '../../../src/core/budget/budget-limits.ts';
import { type BudgetState, type BudgetWindow, emptyBudget, type Lease } from '../../../src/core/budget/budget-state.ts';
import { returnLease } from '../../../src/core/budget/return-lease.ts';
import { type BudgetAsk, takeLease } from '../../../src/core/budget/take-lease.ts';

const now = 1_000_000;
const hour = 3_600_000;
const reset = now + hour;
const window = (spent: number, change: Partial<BudgetWindow> = {}): BudgetWindow => ({
  limit: 5000,
  unlimited: false,
  spent,
  resetAt: reset,
  blockedUntil: 0,
  countedAt: 0,
  ...change,
});
const ask = (who: WorkClass, change: Partial<BudgetAsk> = {}): BudgetAsk => ({
  lease: 'a',
  holder: 'p',
  resource: 'core',
  class: who,
  points: 1,
  lanes: 5,
  ...change,
});
const taken = (state: Partial<BudgetState>, of: BudgetAsk) => takeLease({ ...emptyBudget, ...state }, of, { limits: githubLimits, now })[1];

describe('who may go', () => {
  test.each<[string, Partial<BudgetState>, WorkClass, unknown]>([
    ['anybody, before GitHub has told anything', {}, 'seeding', { requests: 20 }],
    ['anybody, while most of the hour is left', { windows: { core: window(100) } }, 'seeding', { requests: 20 }],
    ['no seeding from half of the hour on', { windows: { core: window(2500) } }, 'seeding', { until: reset }],
    ['a seeding, as long as one request is left to it', { windows: { core: window(2499) } }, 'seeding', { requests: 1 }],
    ['a sweep still then', { windows: { core: window(2500) } }, 'sweep', { requests: 20 }],
    ['no sweep with less than the reserve', { windows: { core: window(3500) } }, 'sweep', { until: reset }],
    ['a developer still then', { windows: { core: window(3500) } }, 'interactive', { requests: 20 }],
    ['few at a time after a refusal', { blockedUntil: now - 1 }, 'interactive', { requests: 5 }],
    ['few at a time also after one for the hour', { windows: { core: window(100, { blockedUntil: now - 1 }) } }, 'sweep', { requests: 5 }],
    ['as many as ever a quarter of an hour later', { blockedUntil: now - 900_000 }, 'interactive', { requests: 20 }],
    ['nobody at the very end', { windows: { core: window(4950) } }, 'interactive', { until: reset }],
    ['all again after the reset', { windows: { core: window(5000, { resetAt: now }) } }, 'interactive', { requests: 20 }],
    ['nobody while the installation is blocked', { blockedUntil: now + 7_000 }, 'interactive', { until: now + 7_000 }],
    ['nobody while the hour is said to be used up', { windows: { core: window(0, { blockedUntil: now + 9 }) } }, 'interactive', { until: now + 9 }],
    ['GraphQL, while REST is used up', { windows: { graphql: window(5000) } }, 'interactive', { requests: 20 }],
    ['anybody on a server without limits', { windows: { core: window(9999, { unlimited: true }) } }, 'seeding', { requests: 20 }],
    ['nobody in a minute whose points are taken', { points: [{ lease: 'b', graphql: false, points: 900, until: now + 5 }] }, 'interactive', { until: now + 5 }],
    ['a reader in a minute with one request at once free', { lanes: [{ holder: 'q', count: 99, expiresAt: now + 1 }] }, 'interactive', { lanes: 1 }],
    ['nobody while a hundred are under way', { lanes: [{ holder: 'q', count: 100, expiresAt: now + 1 }] }, 'interactive', { until: now + 1_000 }],
    ['again when the process of those hundred is long gone', { lanes: [{ holder: 'q', count: 100, expiresAt: now }] }, 'interactive', { lanes: 5 }],
  ])('%s', (_name, state, who, expected) => {
    expect(taken(state, ask(who))).toMatchObject(expected as object);
  });
});

test('what others hold is not given twice, and is free again when they are gone', () => {
  const held = {
    windows: { core: window(4940) },
    leases: [{ id: 'b', resource: 'core', class: 'interactive', requests: 10, expiresAt: now + 10_000 } as const],
  };
  expect(taken(held, ask('interactive'))).toMatchObject({ kind: 'put-off', until: now + 5_000 });
  const [, later] = takeLease({ ...emptyBudget, ...held }, ask('interactive'), { limits: githubLimits, now: now + 10_000 });
  expect(later).toMatchObject({ kind: 'granted', requests: 10 });
});

describe('a lease that comes back', () => {
  const lent = takeLease({ ...emptyBudget, windows: { core: window(100) } }, ask('sweep'), { limits: githubLimits, now })[0];
  const given = { lease: 'a', resource: 'core', used: 3, points: 3, told: null, inFlight: 0 } as const;

  test('is spent as far as it was used', () => {
    expect(returnLease(lent, given, now)).toMatchObject({ leases: [], windows: { core: { spent: 103 } }, points: [{ points: 3 }] });
  });

  test.each<[string, BudgetState, number, number]>([
    ['somebody else used more: GitHub’s count holds', lent, 150, 150],
    ['less was used than was thought: GitHub’s count holds', lent, 90, 90],
    ['others hold leases that explain it', { ...lent, leases: [...lent.leases, { ...(lent.leases[0] as Lease), id: 'b', requests: 20 }] }, 120, 103],
    [
      'others hold leases that do not explain all of it',
      { ...lent, leases: [...lent.leases, { ...(lent.leases[0] as Lease), id: 'b', requests: 20 }] },
      130,
      110,
    ],
  ])('%s', (_name, state, used, spent) => {
    expect(returnLease(state, { ...given, told: { limit: 5000, used, resetIn: hour, age: 0 } }, now)).toMatchObject({ windows: { core: { spent } } });
  });

  test('does not believe a count that is older than what another process gave back', () => {
    const late = returnLease(lent, { ...given, told: null }, now + 1);
    const next = returnLease(late, { ...given, lease: 'b', told: { limit: 5000, used: 90, resetIn: hour, age: 5 } }, now + 2);
    expect(next).toMatchObject({ windows: { core: { spent: 106 } } });
  });

  test('tells a limit that nobody knew, and the next window', () => {
    const next = returnLease(lent, { ...given, told: { limit: 12_500, used: 1, resetIn: 2 * hour, age: 0 } }, now);
    expect(next.windows.core).toMatchObject({ limit: 12_500, spent: 1, resetAt: now + 2 * hour });
  });

  test('does not go back to a window that is over', () => {
    expect(returnLease(lent, { ...given, told: { limit: 5000, used: 4999, resetIn: -5, age: 0 } }, now)).toMatchObject({ windows: { core: { spent: 103 } } });
  });
});
