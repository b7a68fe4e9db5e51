import { describe, expect, test } from 'vitest';
import type { ConversationSnapshot } from '../../../src/core/people/conversation-snapshot.ts';
import { decideCommands } from '../../../src/core/people/decide-commands.ts';
import type { LabelChange, ReviewFacts } from '../../../src/core/people/review-facts.ts';
import { conversation, decision, issue, merged, person, proof, team } from './people-fixtures.ts';

const head = 'b'.repeat(40);
const label = 'checkpoint:architecture-review';
const labelled: LabelChange = { label, on: true, at: '2027-01-19T09:00:00Z' };
const pull = { author: person('dev'), headSha: head, headPushedAt: '2027-01-20T11:00:00Z', baseRef: 'main', contributors: [person('dev').id] };

function review(more: Partial<ReviewFacts> = {}): ReviewFacts {
  const url = 'https://github.com/acme/aval/pull/30#pullrequestreview-800';
  return { id: 800, author: person('ana'), state: 'APPROVED', commitId: head, submittedAt: '2027-01-20T12:00:00Z', url, ...more };
}

function outcome(reviews: readonly ReviewFacts[], more: Partial<ConversationSnapshot> = {}) {
  const result = decideCommands(conversation([], { pull, issue: issue(30, null, { labels: [label] }), reviews, labelChanges: [labelled], ...more }));
  return { result, kinds: result.decisions.map(({ kind, subject }) => `${kind} ${subject}`), codes: result.replies.flatMap(({ codes }) => codes) };
}

const signed = ['approve architecture-review'];

describe('an approving review on a pull request labelled for a checkpoint', () => {
  test.each<[string, readonly ReviewFacts[], Partial<ConversationSnapshot>, string[], string[]]>([
    ['signs it, with a receipt on the checkpoint’s issue', [review()], {}, signed, ['accepted']],
    ['that asks for changes signs nothing', [review({ state: 'CHANGES_REQUESTED' })], {}, [], []],
    ['that only comments signs nothing', [review({ state: 'COMMENTED' })], {}, [], []],
    ['that was dismissed signs nothing', [review({ state: 'DISMISSED' })], {}, [], []],
    ['that is not submitted yet signs nothing', [review({ state: 'PENDING' })], {}, [], []],
    ['followed by a request for changes signs nothing', [review(), review({ id: 801, state: 'CHANGES_REQUESTED' })], {}, [], []],
    ['followed by a comment signs', [review(), review({ id: 801, state: 'COMMENTED' })], {}, signed, ['accepted']],
    ['after a request for changes signs', [review({ id: 799, state: 'CHANGES_REQUESTED' }), review()], {}, signed, ['accepted']],
    ['of an earlier commit signs nothing, and says so', [review({ commitId: 'e'.repeat(40) })], {}, [], ['head-moved']],
    ['of a commit that GitHub no longer knows signs nothing', [review({ commitId: null })], {}, [], ['head-moved']],
    ['by a bot signs nothing', [review({ author: person('ana-bot', 'Bot') })], {}, [], []],
    ['by an imported account signs nothing', [review({ author: person('ana-old', 'Mannequin') })], {}, [], []],
    [
      'by one without the authority is a review and no more',
      [review()],
      { proofs: [proof('ana', 'architecture-review', []), proof('ana', 'escalation', [])] },
      [],
      [],
    ],
    [
      'by one whose authority GitHub does not tell is tried again',
      [review()],
      { proofs: [proof('ana', 'architecture-review', [], { unknown: [{ ...team('architects'), why: '403' }] }), proof('ana', 'escalation', [])] },
      [],
      ['later'],
    ],
    ['of merged work that the reviewer wrote signs nothing', [review()], { work: { pulls: [merged(1, 'ana')], directPushes: [] } }, [], ['own-work']],
    ['of a pull request that the reviewer pushed to signs nothing', [review()], { pull: { ...pull, contributors: [person('ana').id] } }, [], ['own-work']],
    ['whose commits cannot be listed is tried again', [review()], { pull: { ...pull, contributors: null } }, [], ['later']],
    ['when the label came after it signs nothing', [review()], { labelChanges: [{ ...labelled, at: '2027-01-20T13:00:00Z' }] }, [], ['label-later']],
    [
      'when the label was off at the time signs nothing',
      [review()],
      { labelChanges: [labelled, { ...labelled, on: false, at: '2027-01-20T10:00:00Z' }, { ...labelled, at: '2027-01-20T14:00:00Z' }] },
      [],
      ['label-later'],
    ],
    ['when nobody can tell since when the label is there is tried again', [review()], { labelChanges: null }, [], ['later']],
    ['signs nothing once the label is off', [review()], { issue: issue(30, null) }, [], []],
    ['signs nothing under a label of no checkpoint', [review()], { issue: issue(30, null, { labels: ['checkpoint:legal-review'] }) }, [], []],
    ['counts under a label in capitals', [review()], { issue: issue(30, null, { labels: [label.toUpperCase()] }) }, signed, ['accepted']],
    [
      'of one who has signed already changes nothing',
      [review()],
      { decisions: [decision('approve', 'architecture-review', { via: [team('architects')] })] },
      [],
      [],
    ],
  ])('%s', (_name, ...[reviews, more, kinds, codes]) => {
    expect(outcome(reviews, more)).toMatchObject({ kinds, codes });
  });

  test('is kept like a command: by whom, from which review, proven by what, with the range of the checkpoint', () => {
    const [kept] = outcome([review()]).result.decisions;
    expect(kept).toMatchObject({
      by: { login: 'ana' },
      at: '2027-01-20T12:00:00Z',
      source: { commentId: 800, line: 0, issue: 30, url: review().url },
      proof: { authority: 'architecture-review', via: [team('architects')] },
      commits: { from: null, to: 'd'.repeat(40) },
    });
    expect(outcome([review()]).result.receipts).toMatchObject([{ issue: 7 }]);
  });

  test('counts once, whatever its text becomes, also after it was revoked', () => {
    const first = outcome([review()]).result;
    const again = outcome([review()], { decisions: first.decisions, processed: first.marks }).result;
    expect(again).toMatchObject({ decisions: [], replies: [], marks: [] });
    const kept = first.decisions[0];
    if (!kept) throw new Error('no decision');
    const revoked = outcome([review()], { decisions: [kept, decision('revoke', kept.id)] });
    expect(revoked.kinds).toEqual([]);
  });

  test('that was kept but not marked is resumed, so that what follows is asked for again', () => {
    const { decisions } = outcome([review()]).result;
    expect(outcome([review()], { decisions }).result).toMatchObject({ decisions: [], resumed: [{ requests: [] }], marks: [{ commentId: 800, line: 0 }] });
  });

  test('dismissed later is told, and changes nothing', () => {
    const { decisions, marks } = outcome([review()]).result;
    const later = outcome([review({ state: 'DISMISSED' })], { decisions, processed: marks });
    expect(later).toMatchObject({ kinds: [], codes: ['changed-later'] });
    expect(later.result.replies[0]?.body).toContain('was dismissed after it was accepted');
  });

  test('is never taken for a comment that was deleted', () => {
    const { decisions, marks } = outcome([review()]).result;
    expect(outcome([review()], { decisions, processed: marks }).result.changed).toEqual([]);
  });
});
