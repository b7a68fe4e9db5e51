import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, startAcme } from './acme.ts';
import type { Acme } from './acme.ts';
import { refused } from './refused.ts';

let acme: Acme;

beforeEach(async () => {
  acme = await startAcme();
  acme.github.people.openIssue({ repository: 'acme/shop', as: 'ana', title: 'One' });
});

afterEach(async () => {
  await acme.github.close();
});

test('a body has at most 65,536 characters (§7)', async () => {
  const longest = 'é'.repeat(65_536);
  expect((await acme.bot.rest.issues.createComment({ ...at, issue_number: 1, body: longest })).status).toBe(201);
  const refusal = await refused(acme.bot.rest.issues.createComment({ ...at, issue_number: 1, body: `${longest}!` }));
  expect(refusal.status).toBe(422);
  expect(refusal.message).toContain('maximum is 65536 characters');
  expect((await refused(acme.bot.rest.issues.create({ ...at, title: 'x', body: `${longest}!` }))).status).toBe(422);
});

test('a comment of an app says so in performed_via_github_app, a comment of a person does not (§7)', async () => {
  const ours = await acme.bot.rest.issues.createComment({ ...at, issue_number: 1, body: 'a' });
  const theirs = await acme.as('eva').rest.issues.createComment({ ...at, issue_number: 1, body: 'b' });
  expect([ours.data.performed_via_github_app?.id, ours.data.user?.login, ours.data.user?.type]).toEqual([acme.github.app.id, 'sprintgate[bot]', 'Bot']);
  expect(theirs.data.performed_via_github_app).toBeNull();
});

test("anyone with write access may edit anyone's comment, and the author stays (§10)", async () => {
  const { data } = await acme.as('eva').rest.issues.createComment({ ...at, issue_number: 1, body: '/sprintgate status' });
  const edited = await acme.as('luis').rest.issues.updateComment({ ...at, comment_id: data.id, body: '/sprintgate approve' });
  expect(edited.data.user?.login).toBe('eva');
  const [delivery] = acme.github.webhooks.ofEvent('issue_comment', 'edited');
  const payload = JSON.parse(delivery?.body ?? '{}') as { sender: { login: string }; changes: { body: { from: string } } };
  expect([payload.sender.login, payload.changes.body.from]).toEqual(['luis', '/sprintgate status']);
});

test('a reader may not edit what others wrote (§10)', async () => {
  const { data } = await acme.as('luis').rest.issues.createComment({ ...at, issue_number: 1, body: 'mine' });
  expect((await refused(acme.as('eva').rest.issues.updateComment({ ...at, comment_id: data.id, body: 'yours' }))).status).toBe(403);
});

test('a deleted comment is gone, and an update of it answers 404 (§7)', async () => {
  const { data } = await acme.bot.rest.issues.createComment({ ...at, issue_number: 1, body: 'a' });
  await acme.as('ana').rest.issues.deleteComment({ ...at, comment_id: data.id });
  expect((await refused(acme.bot.rest.issues.updateComment({ ...at, comment_id: data.id, body: 'b' }))).status).toBe(404);
});

test('since means updated after, and lists go up by id (§7)', async () => {
  const first = await acme.bot.rest.issues.createComment({ ...at, issue_number: 1, body: 'a' });
  const second = await acme.bot.rest.issues.createComment({ ...at, issue_number: 1, body: 'b' });
  acme.github.advance(60_000);
  await acme.bot.rest.issues.updateComment({ ...at, comment_id: first.data.id, body: 'a2' });
  const all = await acme.bot.rest.issues.listCommentsForRepo({ ...at });
  expect(all.data.map((comment) => comment.id)).toEqual([first.data.id, second.data.id]);
  const recent = await acme.bot.rest.issues.listComments({ ...at, issue_number: 1, since: acme.github.now });
  expect(recent.data.map((comment) => comment.body)).toEqual(['a2']);
});

test('reacting twice with one sign is one reaction', async () => {
  const { data } = await acme.bot.rest.issues.createComment({ ...at, issue_number: 1, body: 'a' });
  const first = await acme.bot.rest.reactions.createForIssueComment({ ...at, comment_id: data.id, content: '+1' });
  const again = await acme.bot.rest.reactions.createForIssueComment({ ...at, comment_id: data.id, content: '+1' });
  expect([first.status, again.status, first.data.id === again.data.id]).toEqual([201, 200, true]);
  acme.github.assertClean();
});
