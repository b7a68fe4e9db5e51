import nock from 'nock';
import { afterEach, expect, test } from 'vitest';
import { sprintKey } from '../../../src/core/backlog/milestone-key.ts';
import { wrapMarked } from '../../../src/core/markers/marker.ts';
import type { IssueFacts } from '../../../src/core/snapshot/facts.ts';
import { readSprintSnapshot } from '../../../src/github/snapshot/read-sprint-snapshot.ts';
import { tokenClient } from '../../../src/github/token-client.ts';
import { seededIssue, world } from '../../core/rules/rule-world.ts';

afterEach(() => nock.cleanAll());

const ours = { id: 99, login: 'sprintgate[bot]', type: 'Bot' };
const person = { id: 3, login: 'zoe', type: 'User' };

/** As GitHub lists an issue. */
function listed(number: number, user: typeof ours, body: string) {
  return { id: number, number, title: `Issue ${number}`, body, state: 'open', user, labels: [], milestone: null, html_url: '', closed_at: null };
}

test('an issue of ours that was made since our own were read is no work of the product backlog', async () => {
  const { policy } = world();
  const milestone = { number: 1, title: 'Sprint 0', description: wrapMarked('.', sprintKey(0), ''), state: 'open' as const, dueOn: null };
  const known: IssueFacts = { ...seededIssue('s0.task.one', 4, 'open'), author: { id: ours.id, login: ours.login, type: 'Bot' } };
  const register = wrapMarked('.', 'register', 'What was accepted.');
  nock('https://api.github.com')
    .get('/repos/acme/shop/issues')
    .query(({ milestone: asked }) => asked === 'none')
    .reply(200, [listed(4, ours, known.body), listed(5, ours, register), listed(6, person, 'An idea'), listed(7, person, register)])
    .get('/repos/acme/shop/issues')
    .query(({ milestone: asked }) => asked === '1')
    .reply(200, []);
  const github = tokenClient({ token: 't', apiUrl: 'https://api.github.com', userAgent: 'test' });
  const snapshot = await readSprintSnapshot(
    github,
    { owner: 'acme', repo: 'shop' },
    { now: '2027-01-12T18:00:00Z', policy, decisions: [], days: [], readOwn: async () => ({ issues: [known], milestones: [milestone] }), appId: 9 },
  );
  // What a person copied from us stays a person's.
  expect(snapshot?.backlog.map(({ number }) => number)).toEqual([6, 7]);
});
