import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { costOf, documentedCost } from '../support/cost.ts';
import { covered, openSmallPull, type Stage, startStage } from '../support/stage.ts';

let stage: Stage;
let repository: Repository;
beforeAll(async () => {
  stage = await startStage();
  repository = await stage.repository('counted');
  openSmallPull(stage, { repository, branch: 'first' });
  await stage.settle();
  // The first look ever learns the files, the labels and the issues of the repository.
  await stage.look(repository, 1);
});
afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

const cost = (work: () => unknown) => costOf(stage, work);
/** Reads as the table in docs/operations.md has them, which holds what is counted here. */
const documented = (event: string) => documentedCost(event)[0] ?? '';

const newHead = ['graphql', 'repos/compare-commits-with-basehead'];
const backlog = ['issues/list-for-repo', 'issues/list-for-repo', 'issues/list-labels-for-repo', 'issues/list-milestones'];
const workflow = '.github/workflows/ci.yml';
const archive = ['actions/download-artifact', 'actions/list-workflow-run-artifacts'];

describe('what a look costs', () => {
  test('the first look at a repository, which tells how it stands, learns what later ones need not ask', async () => {
    const seen: Repository[] = [];
    const { reads } = await cost(async () => seen.push(await stage.repository('never-seen')));
    const learnt = [...backlog, 'git/get-tree'].toSorted();
    expect(reads.filter((operation) => learnt.includes(operation))).toEqual(learnt);
    for (const other of seen) expect((await cost(() => openSmallPull(stage, { repository: other, branch: 'first' }))).reads).toEqual(newHead);
    expect(documented('the first look at a repository')).toBe('8');
  });

  test('a new head: two reads, and one write a gate', async () => {
    const { reads, writes } = await cost(() => openSmallPull(stage, { repository, branch: 'second' }));
    expect(reads).toEqual(newHead);
    expect(writes).toEqual(Array.from({ length: 4 }, () => 'checks/create'));
    expect(documented('a new head')).toBe('2');
  });

  test('looked at again, one read and no write where nothing changed', async () => {
    expect(await cost(() => stage.look(repository, 2))).toEqual({ reads: ['graphql'], writes: [] });
    expect(documented('a later look, nothing changed')).toBe('1');
  });

  test('a workflow that ends: two reads, two for its artifact, and one write for each gate that changed', async () => {
    const { run } = stage.github.people.runWorkflow({ repository, as: 'luis', path: workflow, pull: 2, jobs: ['test'], conclusion: null });
    await stage.settle();
    const { reads, writes } = await cost(() => {
      stage.github.people.uploadArtifact({ repository, run, name: 'sprintgate-api', files: { 'lcov.info': covered('src/second.ts') } });
      stage.github.people.finishWorkflow({ repository, as: 'luis', run });
    });
    expect(reads).toEqual([...archive, 'actions/list-workflow-runs-for-repo', 'graphql']);
    expect(new Set(writes)).toEqual(new Set(['checks/update']));
    expect(writes.length).toBeLessThanOrEqual(4);
    expect(documented('a workflow ended')).toBe('2, and 2 for each new artifact');
    expect(await cost(() => stage.look(repository, 2))).toEqual({ reads: ['graphql'], writes: [] });
  });

  test('an issue that was opened: nothing more; one that was deleted: all issues again, once', async () => {
    const issue = stage.github.people.openIssue({ repository, as: 'ana', title: 'A question' });
    await stage.settle();
    expect((await cost(() => stage.look(repository, 2))).reads).toEqual(['graphql']);
    repository.issues.delete(issue.number);
    expect((await cost(() => stage.look(repository, 2))).reads.filter((operation) => backlog.includes(operation))).toEqual(backlog);
    expect((await cost(() => stage.look(repository, 2))).reads).toEqual(['graphql']);
    expect(documented('an issue deleted, or a label of the repository added, renamed or deleted')).toBe('4 more, once');
  });

  test('the first head after the default branch moved: its files, once', async () => {
    stage.github.people.commit({ repository, as: 'ana', branch: 'main', files: { 'docs/new.md': 'new' } });
    await stage.settle();
    expect((await cost(() => openSmallPull(stage, { repository, branch: 'third' }))).reads).toEqual(['git/get-tree', ...newHead]);
    expect((await cost(() => openSmallPull(stage, { repository, branch: 'fourth' }))).reads).toEqual(newHead);
    expect(documented('the first head after a push to the default branch')).toBe('3');
  });

  test('a push to a pull request: two reads as well', async () => {
    const { people } = stage.github;
    const push = () => people.pushToPull({ repository, as: 'luis', number: 2, files: { 'docs/second.md': 'more' } });
    expect((await cost(push)).reads).toEqual(newHead);
  });

  test('a label put on a pull request, a comment without a command: one read, and none', async () => {
    const { people } = stage.github;
    people.label({ repository, as: 'luis', number: 1, names: ['question'] });
    await stage.settle();
    expect(await cost(() => people.unlabel({ repository, as: 'luis', number: 1, names: ['question'] }))).toEqual({ reads: ['graphql'], writes: [] });
    expect(await cost(() => people.comment({ repository, as: 'luis', number: 1, body: 'Nice' }))).toEqual({ reads: [], writes: [] });
    expect([documented('a label put on a pull request, or taken off it'), documented('a comment without a command')]).toEqual(['1', '0']);
  });

  test('the base moved after its merge was tested: compared both ways, once', async () => {
    const { people } = stage.github;
    const artifacts = [{ name: 'sprintgate-api', files: { 'lcov.info': covered('src/first.ts') } }];
    people.runWorkflow({ repository, as: 'luis', path: workflow, pull: 1, jobs: ['test'], artifacts });
    await stage.settle();
    people.commit({ repository, as: 'ana', branch: 'main', files: { 'docs/moved.md': 'new' } });
    await stage.settle();
    expect((await cost(() => stage.look(repository, 1))).reads).toEqual(['graphql', newHead[1], newHead[1]]);
    expect((await cost(() => stage.look(repository, 1))).reads).toEqual(['graphql']);
    expect(documented('the base moved after its merge with the head was tested')).toBe('2 more, once');
  });

  test('a pull request that is merged: its last look keeps the files for the heads to come', async () => {
    const { people } = stage.github;
    expect((await cost(() => people.mergePull({ repository, as: 'luis', number: 2 }))).reads).toEqual(['git/get-tree', 'graphql', 'pulls/get']);
    expect((await cost(() => openSmallPull(stage, { repository, branch: 'fifth' }))).reads).toEqual(newHead);
    expect([documented('a pull request was merged'), documented('the first head after a merge')]).toEqual(['3', '2']);
  });

  test('a release: the comment of its report is looked for at each look', async () => {
    const release = () => openSmallPull(stage, { repository, branch: 'release/1' });
    const { reads, writes } = await cost(release);
    expect([reads, writes]).toEqual([
      ['graphql', 'issues/list-comments', newHead[1]],
      [...Array.from({ length: 4 }, () => 'checks/create'), 'issues/create-comment'],
    ]);
    expect(documented('a release: the comment that holds its report')).toBe('1 more');
  });

  test('two pull requests with one head: one look sees both', async () => {
    const { people } = stage.github;
    expect((await cost(() => people.openPull({ repository, as: 'luis', head: 'fifth', base: 'second', title: 'The same elsewhere' }))).reads).toEqual(newHead);
    expect((await cost(() => stage.look(repository, Math.max(...repository.issues.keys())))).reads).toEqual(['graphql']);
    expect(documented('a second pull request with the same head')).toBe('2');
  });

  test('a merge group: its queue, one look at all of its pull requests, and what its commit changes', async () => {
    const { people } = stage.github;
    const third = [...repository.issues.values()].find(({ title }) => title === 'Work on third')?.number ?? 0;
    const queue = ['git/list-matching-refs', 'graphql'];
    // The base moved with the merge before.
    await stage.look(repository, 1);
    await stage.look(repository, third);
    const group = await cost(() => people.enqueue({ repository, as: 'luis', number: 1 }));
    expect(group.reads).toEqual([...queue, ...newHead].toSorted());
    expect(group.writes).toEqual(Array.from({ length: 4 }, () => 'checks/create'));
    expect((await cost(() => people.enqueue({ repository, as: 'luis', number: third }))).reads).toEqual([...queue, ...newHead].toSorted());
    expect(documented('a merge group, of however many up to eleven')).toBe('4');
  });

  test('an explanation: what was said, and whose work it is', async () => {
    const { reads } = await cost(() => stage.github.people.comment({ repository, as: 'luis', number: 1, body: '/sprintgate explain' }));
    expect(reads).toEqual(['graphql', 'graphql', 'graphql', 'issues/get', 'issues/list-comments', 'pulls/list-commits', 'repos/list-activities']);
    expect(documented('`/sprintgate explain`')).toBe('7');
  });
});
