import { describe, expect, test } from 'vitest';
import { decideCommands } from '../../../src/core/people/decide-commands.ts';
import type { ConversationSnapshot } from '../../../src/core/people/conversation-snapshot.ts';
import { renderReceipt } from '../../../src/core/people/render-receipt.ts';
import { authorities, comment, conversation, decision, inForce, issue, policyOf, proof, team, user } from './people-fixtures.ts';

const [first, second] = ['1'.repeat(40), '2'.repeat(40)];
const policy = policyOf(`${authorities}checkpoints: { architecture-review: { void: on-merge } }\n`);
const nothing = { files: [], complete: true, pulls: [] };
const signed = decision('approve', 'architecture-review', { at: '2027-01-18T12:00:00Z', commits: { from: null, to: first } });
const say = (text: string, more: Partial<ConversationSnapshot> = {}) =>
  decideCommands(conversation([comment(`/sprintgate ${text}`)], { policy: inForce(policy), decisions: [signed], defaultBranchSha: second, ...more }));

describe('a sign-off that a merge voided', () => {
  const voided = { mergedSince: { [first]: { files: ['a.ts'], complete: true, pulls: [12] }, [second]: nothing } };
  test('is given again by the same person, for the commits of today', () => {
    expect(say('approve', voided).decisions.map(({ kind, commits }) => ({ kind, commits }))).toEqual([
      { kind: 'approve', commits: { from: null, to: second } },
    ]);
  });

  test('stands in the table of checkpoints as one to be signed again', () => {
    expect(say('status', voided).replies[0]?.body).toContain('to be signed again');
  });

  test('is explained with the pull requests that were merged since', () => {
    expect(say('explain architecture-review', voided).replies[0]?.body).toContain('since then #12 was merged');
  });

  test('has seen its commits all the same: the next sign-off begins there', () => {
    const next = say('approve model-performance', {
      ...voided,
      issue: issue(17, 's01.checkpoint'),
      proofs: [proof('ana', 'model-performance', [team('science')]), proof('ana', 'escalation', [user('boss')])],
    });
    expect(next.decisions.map(({ commits }) => commits)).toEqual([{ from: first, to: second }]);
    const [accepted] = next.decisions;
    if (!accepted) throw new Error('not accepted');
    expect(renderReceipt(accepted, 'en')).toContain('`111111111111` … `222222222222`');
  });
});

test('a sign-off that nothing voided is not given twice', () => {
  const { decisions, replies } = say('approve', { mergedSince: { [first]: nothing, [second]: nothing } });
  expect(decisions).toEqual([]);
  expect(replies[0]?.body).toContain('already');
});
