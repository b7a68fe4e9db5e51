import { expect, test } from 'vitest';
import type { Decision } from '../../../src/core/people/decision.ts';
import type { PullSnapshot } from '../../../src/core/snapshot/pull-snapshot.ts';
import { judgeDeployment, type JudgePorts } from '../../../src/engine/reconcile/judge-deployment.ts';
import { authorities, decision, policyOf, repository } from '../../core/people/people-fixtures.ts';

const policy = policyOf(`${authorities}\nfreeze:\n  - { from: 2027-12-15, to: 2028-01-06, reason: year end }\n`);

function exception(pull: number, until: string): Decision {
  const by = { as: 'escalation', login: 'boss', via: [{ kind: 'user' as const, name: 'boss' }] };
  return decision('waive', 'freeze', { ...by, id: `d-${pull}`, scope: { kind: 'pull', pull }, until, at: '2027-12-19T18:00:00Z' });
}

/** Each pull request judged on its own head, as another gate than readiness is. */
async function exceptionOf(decisions: readonly Decision[]) {
  const read = (number: number) =>
    ({
      policy: { kind: 'in-force', policy },
      now: '2027-12-20T18:00:00Z',
      decisions,
      pulls: [{ number, labels: ['freeze-exception'] }],
    }) as unknown as PullSnapshot;
  const ports = {
    repository,
    engineVersion: '1',
    headOf: (number: number) => Promise.resolve({ repository, headSha: String(number) }),
    readSnapshot: ({ headSha }: { headSha: string }) => Promise.resolve(read(Number(headSha))),
    judge: () => Promise.resolve({ verdicts: [{ verdict: { gate: 'policy' } }], decision: {}, expiry: null }),
  } as unknown as JudgePorts<never>;
  const { freeze } = await judgeDeployment(ports, { sha: 'a', attempt: 1, pulls: [30, 31], onDefaultBranch: true }, { kind: 'gate', gate: 'policy' });
  return freeze?.kind === 'frozen' ? freeze.exception?.pull : freeze?.kind;
}

test('a deployment of several pull requests goes through a freeze when each of them is excepted', async () => {
  const [one, other] = [exception(30, '2028-01-10T06:00:00Z'), exception(31, '2028-01-02T06:00:00Z')];
  expect(await exceptionOf([one])).toBeUndefined();
  expect(await exceptionOf([other])).toBeUndefined();
  expect(await exceptionOf([one, other])).toBe(31);
});
