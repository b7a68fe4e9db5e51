import { describe, expect, test } from 'vitest';
import type { DeploymentDecision } from '../../../src/core/deployments/decide-deployment.ts';
import { deploymentHistory, type DeploymentNote } from '../../../src/core/deployments/deployment-history.ts';
import { planDeployment } from '../../../src/core/deployments/plan-deployment.ts';

const waits: DeploymentDecision = { state: 'waits', because: 'not-yet', rejectAt: null };
const approved: DeploymentDecision = { state: 'approved', because: 'holds', rejectAt: null };

function told(body: string, done = true): DeploymentNote {
  return { environment: 'production', attempt: 1, at: '2027-01-12T18:00:00.000Z', did: 'told', body, done };
}

function plan(decision: DeploymentDecision, notes: readonly DeploymentNote[], text = 'one') {
  return planDeployment({ run: 7, environment: 'production', decision, notes, tell: (last) => (last ? `${text}, the last` : text) });
}

describe('what is said at a deployment', () => {
  test('the first look is told', () => {
    expect(plan(waits, [])).toEqual([{ do: 'comment-deployment', run: 7, environment: 'production', body: 'one' }]);
  });

  test('what was said last is not said again', () => {
    expect(plan(waits, [told('two'), told('one')])).toEqual([]);
  });

  test('what was said before the last is news again', () => {
    expect(plan(waits, [told('one'), told('two')])).toHaveLength(1);
  });

  test('what failed is said again', () => {
    expect(plan(waits, [told('one', false)])).toHaveLength(1);
  });

  test('the ninth comment says that it is the last, and the tenth is kept back', () => {
    const eight = Array.from({ length: 8 }, (_, index) => told(`change ${index}`));
    expect(plan(waits, eight)).toMatchObject([{ body: 'one, the last' }]);
    expect(plan(waits, [...eight, told('one, the last')], 'another')).toEqual([]);
  });

  test('a decision is made however much was said', () => {
    const nine = Array.from({ length: 9 }, (_, index) => told(`change ${index}`));
    expect(plan(approved, nine)).toMatchObject([{ do: 'decide-deployment', state: 'approved', again: false }]);
  });

  test('a decision whose answer never came is made again, as such', () => {
    expect(plan(approved, [{ ...told('one', false), did: 'approved' }])).toMatchObject([{ do: 'decide-deployment', again: true }]);
  });
});

describe('what the ledger says of a run', () => {
  const write = { do: 'comment-deployment', run: 7, environment: 'production', body: 'one' };
  const decision = (attempt: number | undefined, plan: readonly object[]) => ({
    kind: 'decision',
    at: '2027-01-12T18:00:00.000Z',
    payload: JSON.stringify({ decision: attempt === undefined ? {} : { attempt }, plan }),
  });
  const outcome = (payload: readonly object[]) => ({ kind: 'outcome', at: '2027-01-12T18:00:01.000Z', payload: JSON.stringify(payload) });

  test('a write that ended well is done, one that failed or never ended is not', () => {
    const entries = [
      decision(1, [write]),
      outcome([{ do: write.do, id: 7 }]),
      decision(2, [write]),
      outcome([{ do: write.do, error: '502' }]),
      decision(2, [{ ...write, do: 'decide-deployment', state: 'rejected', again: false }]),
    ];
    expect(deploymentHistory(entries).map(({ attempt, did, done }) => [attempt, did, done])).toEqual([
      [1, 'told', true],
      [2, 'told', false],
      [2, 'rejected', false],
    ]);
  });

  test('what was written before attempts were told apart belongs to the first', () => {
    expect(deploymentHistory([decision(undefined, [write]), outcome([{ id: 7 }])])).toMatchObject([{ attempt: 1, done: true }]);
  });

  test('an erased entry says nothing', () => {
    expect(deploymentHistory([{ ...decision(1, [write]), payload: null }, outcome([])])).toEqual([]);
  });
});
