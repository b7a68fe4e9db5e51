import { expect, test } from 'vitest';
import { blocksBefore } from '../../../src/core/backlog/blocks-before.ts';
import { checkpointState } from '../../../src/core/gates/checkpoint/checkpoint-state.ts';
import { adoptBaseline } from '../../../src/core/people/adopt-baseline.ts';
import { decisionId } from '../../../src/core/people/decision-id.ts';
import { person, policyOf, user } from './people-fixtures.ts';

const policy = policyOf();
const now = '2027-05-01T12:00:00Z';
const input = {
  policy,
  repository: 9412,
  blocks: blocksBefore(policy, 's07').map(({ id }) => id),
  by: person('boss'),
  at: now,
  reason: 'in production since 2025',
  commit: 'd'.repeat(40),
  proof: { authority: 'escalation', via: [user('boss')], checkedAt: now },
  source: { commentId: 5000, bodyHash: 'hash', line: 1, issue: 7, url: 'https://github.com/acme/aval/issues/7#issuecomment-5000' },
};

test('accepts the checkpoints of the blocks before the sprint, and no other', () => {
  const decisions = adoptBaseline(input);
  const signed = policy.playbook.checkpoints.filter(({ id }) => checkpointState(policy, decisions, { id, now }).signed).map(({ block }) => block);
  expect(signed).toEqual(['s00', 's01', 's03', 's05']);
});

test('gives the same ids when it is run twice', () => {
  expect(adoptBaseline(input).map(({ id }) => id)).toEqual(adoptBaseline({ ...input, at: '2027-05-02T12:00:00Z' }).map(({ id }) => id));
});

test('gives its last decision the id of the command itself: once it is kept, all are', () => {
  const ids = adoptBaseline(input).map(({ id }) => id);
  expect(new Set(ids).size).toBe(4);
  expect(ids.at(-1)).toBe(decisionId(input.source));
});
