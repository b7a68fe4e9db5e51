import { expect, test } from 'vitest';
import { reconcileStanding, type StandingPorts } from '../../../src/engine/reconcile/reconcile-standing.ts';
import { aStanding } from '../../core/standing/standing-fixtures.ts';
import { world } from '../../core/rules/rule-world.ts';
import type { EvidenceBundle } from '../../../src/core/evidence/bundle/bundle.ts';

const key = { kind: 'standing' as const, repository: 7 };
const now = '2027-03-01T18:00:00.000Z';

function place(more: Partial<StandingPorts<EvidenceBundle>> = {}) {
  const did: string[] = [];
  const ports: StandingPorts<EvidenceBundle> = {
    now: () => now,
    isConfigured: async () => true,
    judgedAt: async () => null,
    restSeconds: 300,
    readTip: async () => {
      did.push('read');
      return world().snapshot;
    },
    stand: async () => ({ standing: aStanding(), until: '2027-03-08T06:00:00.000Z' }),
    keepPolicy: async ({ digest }) => void did.push(`policy ${digest.slice(0, 3)}`),
    save: async ({ percent }) => void did.push(`saved ${percent}`),
    wakeAt: async (_key, at, priority) => void did.push(`wake ${at} ${priority}`),
    ...more,
  };
  return { did, run: () => reconcileStanding(ports, key) };
}

test('the tip is read and judged, what is told of it is kept, and it is judged again when that ends', async () => {
  const { did, run } = place();
  expect(await run()).toBeUndefined();
  expect(did).toEqual(['read', 'policy ddd', 'saved 50', 'wake 2027-03-08T06:00:00.000Z later']);
});

test.each([
  ['nothing is read without a configuration', { isConfigured: async () => false }, []],
  ['nothing is kept of a repository that is gone', { readTip: async () => null }, []],
  ['nothing is kept while no configuration is in force', { stand: async () => null }, ['read']],
  ['nothing is waited for where nothing ends', { stand: async () => ({ standing: aStanding(), until: null }) }, ['read', 'policy ddd', 'saved 50']],
])('%s', async (_name, more, expected) => {
  const { did, run } = place(more);
  expect(await run()).toBeUndefined();
  expect(did).toEqual(expected);
});

test.each([
  ['a moment ago: it waits until five minutes are over', '2027-03-01T17:59:00.000Z', ['wake 2027-03-01T18:04:00.000Z later'], 'put-off'],
  ['five minutes ago: it is judged', '2027-03-01T17:55:00.000Z', ['read'], undefined],
  ['in a time to come, as a clock was wrong: it is judged', '2027-06-01T00:00:00.000Z', ['read'], undefined],
])('judged %s', async (_name, judgedAt, expected, answer) => {
  const { did, run } = place({ judgedAt: async () => judgedAt, stand: async () => null });
  expect(await run()).toBe(answer);
  expect(did).toEqual(expected);
});
