import { describe, expect, test } from 'vitest';
import { wrapMarked } from '../../../src/core/markers/marker.ts';
import type { Decision } from '../../../src/core/people/decision.ts';
import type { Write } from '../../../src/core/plan/write.ts';
import type { IssueFacts } from '../../../src/core/snapshot/facts.ts';
import { reconcileRegister, type RegisterPorts } from '../../../src/engine/reconcile/reconcile-register.ts';
import { decision, inForce, issue, policyOf, repository } from '../../core/people/people-fixtures.ts';

const key = { kind: 'register' as const, repository: repository.id };
const proof = {
  authority: 'compliance',
  rule: { users: ['lawyer'], count: 1 },
  via: [{ kind: 'user' as const, name: 'lawyer' }],
  checkedAt: '2027-01-20T12:00:00Z',
};
const waiver = decision('waive', 'tests.api.load', { until: '2027-03-16T06:00:00Z', at: '2027-02-01T00:00:00Z', proof });
const due = '2027-03-10T00:00:00Z';

/** A repository that remembers what was written into it, and dies at the n-th write. */
function place(decisions: readonly Decision[], more: Partial<RegisterPorts> = {}) {
  const own: IssueFacts[] = [issue(17, 's11.checkpoint')];
  const markers = new Set<string>();
  const writes: Write[] = [];
  const woken: string[] = [];
  let asked = 0;
  const dies = { at: Number.POSITIVE_INFINITY };
  const ports: RegisterPorts = {
    now: () => due,
    repository,
    ledger: { append: async () => ({ seq: 1, digest: 'digest' }) },
    apply: async (_where, write) => {
      if (writes.length >= dies.at) throw new Error('killed');
      writes.push(write);
      if (write.do === 'create-issue') own.push({ ...issue(40, null), body: write.body });
      if (write.do === 'create-comment') markers.add(write.markerId);
      return 40;
    },
    readPolicy: async () => inForce(policyOf()),
    decisions: async () => decisions,
    openPulls: async () => [],
    overwritten: async () => [],
    ownIssues: async () => own,
    readEnforcement: async () => {
      asked += 1;
      return null;
    },
    ownMarkers: async () => markers,
    wakeAt: async (_key, at) => {
      woken.push(at);
    },
    ...more,
  };
  return { ports, writes, woken, dies, asked: () => asked, look: () => reconcileRegister(ports, key, '9412/register') };
}

const done = (writes: readonly Write[]) => writes.map((write) => `${write.do} ${'markerId' in write ? write.markerId : 'key' in write ? write.key : ''}`);

describe('keeping the register', () => {
  test('opens it, says what is about to end, and has a look again at the end', async () => {
    const seen = place([waiver]);
    await seen.look();
    expect(done(seen.writes)).toEqual(['create-issue register', `create-comment expiry.${waiver.id}`]);
    expect(seen.woken).toEqual(['2027-03-16T06:00:00.000Z']);
    await seen.look();
    expect(seen.writes).toHaveLength(2);
  });

  test('killed after the register it says the rest, and nothing twice', async () => {
    const seen = place([waiver]);
    seen.dies.at = 1;
    await expect(seen.look()).rejects.toThrow('killed');
    seen.dies.at = Number.POSITIVE_INFINITY;
    await seen.look();
    expect(done(seen.writes)).toEqual(['create-issue register', `create-comment expiry.${waiver.id}`]);
  });

  test('asks GitHub for its rules only where it tells of them', async () => {
    const empty = place([]);
    await empty.look();
    expect([empty.asked(), empty.writes.length]).toEqual([0, 0]);
    const planned = place([], { ownIssues: async () => [issue(17, 's11.checkpoint', { labels: ['sprintgate'] })] });
    await planned.look();
    expect(planned.asked()).toBe(1);
  });

  test('leaves out a notice whose issue is gone', async () => {
    const seen = place([waiver], { ownMarkers: async () => null });
    await seen.look();
    expect(done(seen.writes)).toEqual(['create-issue register']);
  });

  test('says the other notices where GitHub refuses one, and reads the comments of an issue once', async () => {
    const elsewhere = decision('attest', 'tests.api.load', { id: 'dec_locked', until: waiver.until, at: waiver.at, proof });
    const second = { ...waiver, id: 'dec_second', subject: 'tests.api.security' };
    const tried: string[] = [];
    const asked: number[] = [];
    const { ports } = place([elsewhere, waiver, second]);
    const refusing: RegisterPorts = {
      ...ports,
      apply: async (_where, write) => {
        if (write.do === 'create-comment') tried.push(write.markerId);
        if (write.do === 'create-comment' && write.markerId.includes('dec_locked')) throw new Error('locked');
        return 40;
      },
      ownMarkers: async (issue) => {
        asked.push(issue);
        return new Set();
      },
    };
    await expect(reconcileRegister(refusing, key, '9412/register')).rejects.toThrow('locked');
    expect(tried).toHaveLength(3);
    expect(asked).toEqual([...new Set(asked)]);
  });

  test.each([
    ['where issues are switched off', { repository: { ...repository, hasIssues: false } }],
    ['where issues may not be read', { ownIssues: async () => null }],
    ['where there is no configuration', { readPolicy: async () => ({ kind: 'absent' as const }) }],
    ['where the configuration never was good', { readPolicy: async () => ({ kind: 'broken' as const, problems: [], locale: 'es' as const }) }],
  ])('writes nothing %s', async (_name, more) => {
    const seen = place([waiver], more);
    await seen.look();
    expect(seen.writes).toEqual([]);
  });

  test('does not take somebody’s text for the register of another unit', async () => {
    const seen = place([waiver], { ownIssues: async () => [{ ...issue(3, null), body: wrapMarked('packages/a', 'register', 'x') }] });
    await seen.look();
    expect(done(seen.writes)[0]).toBe('create-issue register');
  });
});
