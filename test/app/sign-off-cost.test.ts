import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMarked } from '../../src/core/markers/marker.ts';
import type { Team } from '../../src/rehearsal/github/records/account.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { listDecisions } from '../../src/store/people/list-decisions.ts';
import { costOf, documentedCost } from '../support/cost.ts';
import { openSmallPull, smallConfig, type Stage, startStage } from '../support/stage.ts';

const config = smallConfig.replace('architecture-review: { users: [ana] }', 'architecture-review: { any: [ { teams: [acme/architects] }, { users: [ana] } ] }');
let stage: Stage;
let repository: Repository;
let team: Team;
beforeAll(async () => {
  stage = await startStage();
  team = stage.github.people.addTeam({ organisation: 'acme', name: 'architects', members: ['teo', 'vera'] });
  repository = await stage.repository('signed', { config });
  openSmallPull(stage, { repository, branch: 'first' });
  openSmallPull(stage, { repository, branch: 'second' });
  await stage.settle();
  await stage.look(repository, 1);
}, 240_000);
afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

const cost = (work: () => unknown) => costOf(stage, work);
const say = (as: string, number: number, body: string) => cost(() => stage.github.people.comment({ repository, as, number, body }));

// What the conversation says and who edited it, the queues that may hold a group; then one look at it, at each open pull request and at the register.
const heard = ['git/list-matching-refs', 'issues/get', 'issues/list-comments'];
/** Reads of the conversation itself; each of the keys that follow a decision has its one look besides. */
const beside = (reads: readonly string[]) => reads.filter((operation) => operation !== 'graphql');
/** The conversation, the register and how the repository stands; the sprint where a checkpoint may be signed; and each open pull request. */
const mostLooks = ({ pulls, signs }: { readonly pulls: number; readonly signs: boolean }) => 3 + (signs ? 1 : 0) + pulls;
const looksOf = (reads: readonly string[]) => reads.filter((operation) => operation === 'graphql').length;
const work = ['pulls/list-commits', 'repos/list-activities'];
const answered = ['issues/create-comment', 'reactions/create-for-issue-comment'];

test('who left the team ten seconds after it was told who may sign does not sign: it is read anew', async () => {
  const told = () => [...repository.comments.values()].at(-1)?.body ?? '';
  await say('luis', 2, '/sprintgate explain architecture-review');
  expect(told()).toContain('vera');
  stage.github.advance(10_000);
  stage.github.people.removeTeamMember({ team, login: 'vera' });
  const { reads } = await say('vera', 2, '/sprintgate approve architecture-review');
  expect(reads).toEqual(expect.arrayContaining(['teams/get-membership-for-user-in-org', 'teams/list-members-in-org']));
  expect(told()).toContain('this needs');
  expect((await listDecisions(stage.store.db, repository.id)).map(({ kind }) => kind)).toEqual([]);
});

test('a sign-off on a pull request: the authority and the work are read anew, all else in one look', async () => {
  const { reads, writes } = await say('teo', 1, '/sprintgate approve architecture-review');
  const authority = ['teams/get-membership-for-user-in-org', 'teams/list-members-in-org', 'users/get-by-username'];
  expect(looksOf(reads)).toBeLessThanOrEqual(mostLooks({ pulls: 2, signs: true }));
  expect(beside(reads)).toEqual([...heard, ...work, 'pulls/list', 'repos/list-activities', ...authority].toSorted());
  expect(writes).toEqual(answered);
  expect(documentedCost('a sign-off on a pull request')).toEqual([
    '10, 1 or 2 for each name of the authority, and 1 for each open pull request',
    '2, and 1 for each gate that changed',
  ]);
});

test('a hold: the same without the work of others, and the register that lists it', async () => {
  const { reads } = await say('ana', 1, '/sprintgate hold we wait for legal');
  const enforced = ['repos/get-branch', 'repos/get-branch-rules'];
  expect(looksOf(reads)).toBeLessThanOrEqual(mostLooks({ pulls: 2, signs: false }));
  expect(beside(reads)).toEqual(
    [...heard, ...work, ...enforced, 'teams/get-by-name', 'teams/get-membership-for-user-in-org', 'users/get-by-username'].toSorted(),
  );
});

test('once the backlog is seeded, a look is one read as before, and a sign-off on the issue costs what it did', { timeout: 240_000 }, async () => {
  await say('ana', 1, '/sprintgate seed');
  stage.github.advance(60_000);
  stage.github.people.openIssue({ repository, as: 'luis', title: 'Something else' });
  await stage.look(repository, 1);
  expect(await cost(() => stage.look(repository, 1))).toEqual({ reads: ['graphql'], writes: [] });
  const issue = [...repository.issues.values()].find(({ body }) => readMarked(body)?.marker.id === 's00.checkpoint')?.number ?? 0;
  const { reads } = await say('ana', issue, '/sprintgate reject not yet');
  expect(reads.filter((operation) => operation.startsWith('issues/list'))).toEqual(['issues/list-comments']);
  // It signs nothing: no sprint can end by it, and none is looked at.
  expect(looksOf(reads)).toBeLessThanOrEqual(mostLooks({ pulls: 2, signs: false }));
  expect(reads.length).toBeLessThanOrEqual(13);
  const signed = await say('ana', issue, '/sprintgate approve');
  // The signed checkpoint lets the turn of its sprint change milestones: how the repository stands, and the open pull requests, are looked at once more.
  const afterTurn = 1 + 2;
  expect(looksOf(signed.reads)).toBeLessThanOrEqual(mostLooks({ pulls: 2, signs: true }) + afterTurn);
  const ofSprints = ['issues/list-comments', 'issues/list-for-repo', 'issues/list-for-repo'];
  expect(signed.reads.filter((operation) => operation.startsWith('issues/list'))).toEqual([heard[2], ...ofSprints]);
});
