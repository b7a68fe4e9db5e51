import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, startAcme } from './acme.ts';
import type { Acme } from './acme.ts';
import { refused } from './refused.ts';

let acme: Acme;
const repository = 'acme/shop';

beforeEach(async () => {
  acme = await startAcme();
  acme.github.people.commit({ repository, as: 'luis', branch: 'feature', files: { 'src/api/app.ts': 'export const a = 1;\nexport const c = 3;\n' } });
});

afterEach(async () => {
  await acme.github.close();
});

function open(input: { body?: string; draft?: boolean } = {}) {
  return acme.github.people.openPull({ repository, as: 'luis', head: 'feature', ...input });
}

describe('pull requests (§2)', () => {
  test('mergeable is null while GitHub works it out, and again after a push', async () => {
    open();
    const look = async () => (await acme.bot.rest.pulls.get({ ...at, pull_number: 1 })).data.mergeable;
    expect([await look(), await look()]).toEqual([null, true]);
    acme.github.people.commit({ repository, as: 'ana', files: { 'src/api/app.ts': 'export const z = 9;\n' } });
    expect([await look(), await look()]).toEqual([null, false]);
  });

  test('a second pull request with the same head and base is refused, one with another base is not', async () => {
    open();
    acme.github.people.createBranch({ repository, as: 'ana', branch: 'lax' });
    const asked = { ...at, title: 'Again', head: 'feature' };
    expect((await refused(acme.as('luis').rest.pulls.create({ ...asked, base: 'main' }))).message).toContain('already exists');
    const second = await acme.as('luis').rest.pulls.create({ ...asked, base: 'lax' });
    expect(second.data.head.sha).toBe(acme.github.state.repositories.get(acme.repository.id)?.refs.get('refs/heads/feature'));
  });

  test('a closed one stays at its head while its branch moves, and has the newest commit once it is reopened', async () => {
    const { number, pull } = open();
    const { people } = acme.github;
    const first = pull.headSha;
    people.close({ repository, as: 'luis', number });
    const { sha } = people.commit({ repository, as: 'luis', branch: 'feature', files: { 'src/api/later.ts': 'export const l = 1;\n' } });
    const head = async () => (await acme.bot.rest.pulls.get({ ...at, pull_number: number })).data.head.sha;
    expect(await head()).toBe(first);
    people.reopen({ repository, as: 'luis', number });
    expect(await head()).toBe(sha);
  });

  test('merging closes what the text says it closes, only on the default branch', async () => {
    acme.github.people.openIssue({ repository, as: 'ana', title: 'Task' });
    const pull = open({ body: 'Fixes #1 and mentions #1' });
    await acme.as('luis').rest.pulls.merge({ ...at, pull_number: pull.number, merge_method: 'squash' });
    expect((await acme.bot.rest.issues.get({ ...at, issue_number: 1 })).data.state).toBe('closed');
    expect((await acme.bot.rest.pulls.get({ ...at, pull_number: pull.number })).data.merged).toBe(true);
  });

  test('a squash merge leaves the tree that was tested under another commit', async () => {
    const pull = open();
    const tested = acme.github.people.testMerge({ repository, number: pull.number });
    const landed = acme.github.people.mergePull({ repository, as: 'luis', number: pull.number, method: 'squash' });
    expect(landed.sha).not.toBe(tested);
    expect(landed.tree).toBe(acme.github.state.objects.commits.get(tested ?? '')?.tree);
  });

  test('a conflict cannot be merged: 405', async () => {
    const pull = open();
    acme.github.people.commit({ repository, as: 'ana', files: { 'src/api/app.ts': 'other\n' } });
    expect((await refused(acme.as('luis').rest.pulls.merge({ ...at, pull_number: pull.number }))).status).toBe(405);
  });

  test('a merge that names an old head is refused: 409', async () => {
    const pull = open();
    expect((await refused(acme.as('luis').rest.pulls.merge({ ...at, pull_number: pull.number, sha: 'a'.repeat(40) }))).status).toBe(409);
  });

  test('a push to the branch sends synchronize with the sha before and after', async () => {
    const pull = open();
    const before = pull.pull.headSha;
    acme.github.people.pushToPull({ repository, as: 'luis', number: pull.number, files: { 'b.ts': '1' } });
    const payload = JSON.parse(acme.github.webhooks.ofEvent('pull_request', 'synchronize')[0]?.body ?? '{}') as { before: string; after: string };
    expect(payload).toMatchObject({ before, after: pull.pull.headSha });
  });
});

describe('forks (§2, §9)', () => {
  function fromFork() {
    const fork = acme.github.people.fork({ repository, as: 'eva' });
    acme.github.people.commit({ repository: fork, as: 'eva', branch: 'idea', files: { 'idea.ts': '1' } });
    return { fork, pull: acme.github.people.openPull({ repository, as: 'eva', head: 'idea', headRepository: fork }) };
  }

  test('a check on the head of a fork works, with no pull requests and no branch in it', async () => {
    const { pull } = fromFork();
    const { data } = await acme.bot.rest.checks.create({ ...at, name: 'sprintgate/coverage', head_sha: pull.pull.headSha });
    expect(data.pull_requests).toEqual([]);
    const suites = await acme.bot.rest.checks.listSuitesForRef({ ...at, ref: pull.pull.headSha });
    expect(suites.data.check_suites.map((suite) => suite.head_branch)).toEqual([null]);
    acme.github.assertClean();
  });

  test('a run for a fork lists no pull requests, one of the same repository does', async () => {
    const { pull } = fromFork();
    const own = open();
    const forked = acme.github.people.runWorkflow({ repository, as: 'eva', path: '.github/workflows/ci.yml', pull: pull.number });
    const ours = acme.github.people.runWorkflow({ repository, as: 'luis', path: '.github/workflows/ci.yml', pull: own.number });
    const pulls = async (id: number) => (await acme.bot.rest.actions.getWorkflowRun({ ...at, run_id: id })).data.pull_requests?.map((one) => one.number);
    expect([await pulls(forked.run.id), await pulls(ours.run.id)]).toEqual([[], [own.number]]);
  });

  test('commits of a fork are found through the head repository, not through the base', async () => {
    const { pull } = fromFork();
    const of = async (owner: string) =>
      (await acme.as('eva').rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo: 'shop', commit_sha: pull.pull.headSha })).data.map(
        (one) => one.number,
      );
    expect([await of('acme'), await of('eva')]).toEqual([[], [pull.number]]);
    const byHead = await acme.bot.rest.pulls.list({ ...at, head: 'eva:idea', state: 'all' });
    expect(byHead.data.map((one) => one.number)).toEqual([pull.number]);
  });
});

describe('reviews (§10)', () => {
  test('nobody approves an own pull request', async () => {
    open();
    const refusal = await refused(acme.as('luis').rest.pulls.createReview({ ...at, pull_number: 1, event: 'APPROVE' }));
    expect([refusal.status, refusal.message]).toEqual([422, expect.stringContaining('Can not approve your own pull request')]);
  });

  test('a review is bound to the commit it was given for', async () => {
    const pull = open();
    const head = pull.pull.headSha;
    await acme.as('ana').rest.pulls.createReview({ ...at, pull_number: 1, event: 'APPROVE' });
    acme.github.people.pushToPull({ repository, as: 'luis', number: 1, files: { 'b.ts': '1' } });
    const { data } = await acme.bot.rest.pulls.listReviews({ ...at, pull_number: 1 });
    expect(data.map((review) => [review.state, review.commit_id])).toEqual([['APPROVED', head]]);
  });
});
