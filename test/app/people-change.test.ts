import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMarked } from '../../src/core/markers/marker.ts';
import type { Team } from '../../src/rehearsal/github/records/account.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { openSmallPull, smallConfig, type Stage, startStage } from '../support/stage.ts';

const config = smallConfig
  .replace('start: 2027-01-11', 'start: 2026-12-28')
  .replace('architecture-review: { users: [ana] }', 'architecture-review: { any: [ { teams: [acme/architects] }, { roles: [admin] } ] }');
let stage: Stage;
let architects: Team;
beforeAll(async () => {
  stage = await startStage();
  architects = stage.github.people.addTeam({ organisation: 'acme', name: 'architects', members: ['teo', 'uma'] });
});
afterAll(() => stage.close());

const texts = (repository: Repository, number: number): string[] =>
  [...repository.comments.values()].filter((comment) => comment.issueNumber === number).map(({ body }) => body);

async function ready(name: string) {
  const repository = await stage.repository(name, { config });
  stage.github.people.grantRole({ repository, team: architects, role: 'write' });
  const pull = openSmallPull(stage, { repository, branch: 'work' });
  stage.github.people.comment({ repository, as: 'ana', number: pull.number, body: '/sprintgate seed' });
  await stage.settle();
  const issue = [...repository.issues.values()].find(({ body }) => readMarked(body)?.marker.id === 's00.checkpoint')?.number ?? 0;
  const say = async (as: string, body: string) => {
    const before = texts(repository, issue).length;
    const comment = stage.github.people.comment({ repository, as, number: issue, body });
    await stage.settle();
    return { comment, answers: texts(repository, issue).slice(before + 1) };
  };
  const signed = async () => {
    await stage.look(repository, pull.number);
    return stage.check(repository, pull.pull.headSha, 'checkpoint')?.conclusion === 'success';
  };
  return { repository, say, signed, issue };
}

test(
  'a comment that somebody edits before it is read is refused; edited or deleted after acceptance it is told once, and the sign-off stays',
  { timeout: 90_000 },
  async () => {
    const { repository, say, signed, issue } = await ready('edits');
    const early = stage.github.people.comment({ repository, as: 'teo', number: issue, body: 'Looks good.' });
    await stage.settle();
    stage.github.advance(60_000);
    stage.github.people.editComment({ repository, as: 'luis', comment: early.id, body: '/sprintgate approve' });
    await stage.settle();
    expect(texts(repository, issue).join()).toContain('edited before it was read');
    expect(await signed()).toBe(false);
    const { comment } = await say('teo', '/sprintgate approve');
    expect(await signed()).toBe(true);
    stage.github.people.editComment({ repository, as: 'luis', comment: comment.id, body: '/sprintgate reject it was never good' });
    await stage.settle();
    stage.github.people.deleteComment({ repository, as: 'luis', comment: comment.id });
    await stage.settle();
    const told = texts(repository, issue);
    expect(told.filter((text) => text.includes('was edited after it was accepted'))).toHaveLength(1);
    expect(told.filter((text) => text.includes('was deleted after it was accepted'))).toHaveLength(1);
    expect(await signed()).toBe(true);
  },
);

test('who leaves the team signs nothing more, what they signed stays, and the explanation says that they left', { timeout: 90_000 }, async () => {
  const { say, signed } = await ready('left');
  await say('uma', '/sprintgate approve');
  stage.github.people.removeTeamMember({ team: architects, login: 'uma' });
  await stage.settle();
  expect(await signed()).toBe(true);
  expect((await say('uma', '/sprintgate reject I changed my mind')).answers.join()).toContain('this needs');
  expect((await say('luis', '/sprintgate explain')).answers.join()).toContain('No longer of its authority, which takes no signature back: `uma`');
  expect(await signed()).toBe(true);
});

test('an outside collaborator signs by their role, and not by reading along; a bot signs nothing', { timeout: 90_000 }, async () => {
  const { repository, say, signed } = await ready('outside');
  stage.github.people.grantRole({ repository, login: 'rex', role: 'read' });
  expect((await say('rex', '/sprintgate approve')).answers.join()).toContain('this needs');
  stage.github.people.addUser('robo[bot]', { type: 'Bot' });
  stage.github.people.grantRole({ repository, login: 'robo[bot]', role: 'admin' });
  expect((await say('robo[bot]', '/sprintgate approve')).answers).toEqual([]);
  expect(await signed()).toBe(false);
  stage.github.people.grantRole({ repository, login: 'rex', role: 'admin' });
  await say('rex', '/sprintgate approve');
  expect(await signed()).toBe(true);
});

test('a team that was renamed is not known any more: nothing is decided, and the reply says what to write', { timeout: 90_000 }, async () => {
  const { say, signed } = await ready('renamed');
  const slug = architects.slug;
  Object.assign(architects, { slug: 'builders', name: 'builders' });
  const { answers } = await say('teo', '/sprintgate approve');
  Object.assign(architects, { slug, name: slug });
  expect(answers.join()).toContain('GitHub has no team `acme/architects`');
  expect(await signed()).toBe(false);
});
