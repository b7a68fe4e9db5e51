import { expect, test } from 'vitest';
import type { Write } from '../../../src/core/plan/write.ts';
import type { RepositoryFacts } from '../../../src/core/snapshot/facts.ts';
import { reconcileSprint, type SprintPorts } from '../../../src/engine/reconcile/reconcile-sprint.ts';
import { noonOf, play, policyWith, work, worldOf } from '../../core/sprint-life/sprint-world.ts';

const policy = policyWith('{ rollover: move }');
const start = worldOf(policy, { now: noonOf(policy, 2), issues: [work(1, 1), work(2, 1)] });
const repository = { id: 1, owner: 'acme', name: 'shop', hasIssues: true } as RepositoryFacts;

function portsOf(snapshot: SprintPorts['readSnapshot'], written: Write[]): SprintPorts {
  return {
    repository,
    now: () => start.now,
    ledger: { append: async () => ({ seq: 1, digest: '' }) },
    apply: async (_repository, write) => 7_000 + written.push(write),
    readPolicy: async () => ({ kind: 'in-force', policy, commit: null, problems: [], lastGood: false }),
    readSnapshot: snapshot,
    wakeAt: async () => undefined,
    noteLook: async () => undefined,
  };
}

const look = (snapshot: SprintPorts['readSnapshot'], written: Write[] = []) =>
  reconcileSprint(portsOf(snapshot, written), { kind: 'sprint', repository: 1 }, '1/sprint');

test('a turn that moves items has the others look again: GitHub tells us of nothing that we did ourselves', async () => {
  const written: Write[] = [];
  expect(await look(async () => start, written)).toBe(true);
  expect(written).toContainEqual(expect.objectContaining({ do: 'update-issue', number: 1 }));
});

test('a look at a sprint that changes nothing has nobody look again', async () => {
  const { snapshot } = play(start);
  expect(await look(async () => snapshot)).toBe(false);
  expect(await look(async () => null)).toBe(false);
});
