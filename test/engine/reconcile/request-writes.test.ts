import { describe, expect, test } from 'vitest';
import { readMarked } from '../../../src/core/markers/marker.ts';
import type { ConversationRequest } from '../../../src/core/people/command-context.ts';
import type { Conversation } from '../../../src/core/people/decide-commands.ts';
import { type RequestPorts, requestWrites } from '../../../src/engine/reconcile/request-writes.ts';
import { decision } from '../../core/people/people-fixtures.ts';

const override = decision('override', 'pull/30', { reason: 'production is down @acme/all', until: '2027-01-21T18:00:00Z' });
const request = (kind: ConversationRequest['kind'], more: Partial<ConversationRequest> = {}): ConversationRequest => ({
  kind,
  issue: 30,
  commentId: 5000,
  by: { id: 1, login: 'ana' },
  argument: '',
  ...more,
});

function writesOf(requests: readonly ConversationRequest[], ports: Partial<RequestPorts> = {}, receipts: Conversation['receipts'] = []) {
  const conversation: Conversation = {
    decisions: [override],
    receipts,
    replies: [],
    reactions: [],
    requests,
    marks: [],
    resumed: [],
    waitingSince: [],
    changed: [],
  };
  const none: RequestPorts = {
    locale: 'es',
    unit: '.',
    timezone: 'America/Mexico_City',
    titleOf: (checkpoint) => checkpoint,
    ownMarkers: async () => new Set(),
    findIssue: async () => null,
    explainPull: async () => 'the gates',
    ...ports,
  };
  return requestWrites(none, conversation);
}

describe('an override', () => {
  const followUp = request('follow-up', { argument: override.id });

  test('opens one follow-up issue that says who, until when and why, and notifies nobody', async () => {
    const [write] = await writesOf([followUp]);
    if (write?.do !== 'create-issue') throw new Error('no issue');
    expect(write.title).toBe('Dar seguimiento a la anulación de #30');
    expect(readMarked(write.body)).toMatchObject({ marker: { id: `follow-up.${override.id}` }, edited: false });
    expect(write.body).toContain('production is down');
    expect(write.body).not.toContain(' @acme');
  });

  test('opens no second one after a kill', async () => {
    expect(await writesOf([followUp], { findIssue: async (id) => (id === `follow-up.${override.id}` ? 61 : null) })).toEqual([]);
  });
});

describe('an approval with conditions', () => {
  const approval = decision('approve-with-conditions', 'security-review', { due: '2027-03-01T06:00:00Z', conditions: ['add the ADR', 'draw it'] });
  const asked = request('conditions', { argument: approval.id });
  const receipts = [{ decision: approval, issue: 7 }];

  test('opens one issue for each', async () => {
    const writes = await writesOf([asked], {}, receipts);
    expect(writes.map((write) => write.do === 'create-issue' && [write.key, write.title])).toEqual([
      [`condition.${approval.id}.1`, 'security-review, condición: add the ADR'],
      [`condition.${approval.id}.2`, 'security-review, condición: draw it'],
    ]);
  });

  test('opens only those that are missing after a kill or an answer that nobody got', async () => {
    const writes = await writesOf([asked], { findIssue: async (id) => (id === `condition.${approval.id}.1` ? 61 : null) }, receipts);
    expect(writes.map((write) => write.do === 'create-issue' && write.key)).toEqual([`condition.${approval.id}.2`]);
  });
});

test('a move sets the milestone of the issue', async () => {
  expect(await writesOf([request('move', { move: { issue: 12, milestone: 6 } })])).toEqual([
    { do: 'update-issue', key: 'move.5000', number: 12, milestone: 6 },
  ]);
});

describe('an explanation', () => {
  test('is posted once', async () => {
    const [write] = await writesOf([request('explain')]);
    if (write?.do !== 'create-comment') throw new Error('no comment');
    expect(readMarked(write.body)).toMatchObject({ marker: { id: 'explain.5000' }, text: 'the gates' });
    expect(await writesOf([request('explain')], { ownMarkers: async () => new Set(['explain.5000']) })).toEqual([]);
  });

  test('is an answer also where no gate judges the pull request', async () => {
    const [write] = await writesOf([request('explain')], { explainPull: async () => null });
    expect(write?.do === 'create-comment' && write.body).toContain('Ninguna compuerta evalúa este pull request');
  });
});
