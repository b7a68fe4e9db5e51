import { describe, expect, test } from 'vitest';
import type { Enforcement } from '../../../src/core/enforce/enforcement.ts';
import type { Write } from '../../../src/core/plan/write.ts';
import { type PolicyPorts, reconcilePolicy } from '../../../src/engine/reconcile/reconcile-policy.ts';
import { samplePolicy } from '../../core/backlog/sample-policy.ts';
import { inForce, repository } from '../../core/people/people-fixtures.ts';

const open: Enforcement = {
  branches: [{ branch: 'main', required: [], mergeQueue: false, classic: false }],
  unenforced: [{ branch: 'main', check: 'sprintgate/coverage', why: 'not-required' }],
  stranded: [],
  unverified: [],
};

/** What was written, and how often GitHub was asked for its rules. */
async function looked(issue: number | null, enforcement: Enforcement | null): Promise<{ writes: Write[]; asked: number }> {
  const writes: Write[] = [];
  let asked = 0;
  const ports: PolicyPorts = {
    now: () => '2027-01-20T18:00:00Z',
    repository,
    ledger: { append: async () => ({ seq: 1, digest: 'digest' }) },
    apply: async (_where, write) => {
      writes.push(write);
      return 1;
    },
    readPolicy: async () => inForce(samplePolicy({ enforce: { coverage: 'block' } })),
    onboardingIssue: async () => issue,
    readEnforcement: async () => {
      asked += 1;
      return enforcement;
    },
    readSeed: async () => ({ labels: [], milestones: [], issues: [], accepted: [], subIssues: true }),
    readComment: async () => null,
  };
  await reconcilePolicy(ports, '9412/policy');
  return { writes, asked };
}

describe('the plan’s comment', () => {
  test('says which gate GitHub does not wait for', async () => {
    const { writes } = await looked(7, open);
    expect(JSON.stringify(writes)).toContain('sprintgate enforce --repo');
  });

  test('asks GitHub for its rules once, and not at all where there is nowhere to say it', async () => {
    expect([(await looked(7, open)).asked, (await looked(null, open)).asked]).toEqual([1, 0]);
  });
});
