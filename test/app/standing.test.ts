import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatKey } from '../../src/core/keys/key.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { findStanding } from '../../src/store/standings/find-standing.ts';
import { listStandingDays } from '../../src/store/standings/list-standing-days.ts';
import { type Cost, costOf } from '../support/cost.ts';
import { covered, openSmallPull, smallConfig, type Stage, startStage } from '../support/stage.ts';

let stage: Stage;
let repository: Repository;
beforeAll(async () => {
  stage = await startStage();
  repository = await stage.repository('stands');
});
afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

const minutes = 60_000;
const standing = async (of = repository) => {
  const found = await findStanding(stage.store.db, of.id);
  if (!found) throw new Error('it was never judged');
  return found;
};
const apiCoverage = async () => (await standing()).coverage.find(({ component }) => component === 'api');
const tip = () => repository.refs.get('refs/heads/main');

/** Lets the rest between two judgements go by, has something happen, and tells what was asked of GitHub. */
async function after(rest: number, work: () => unknown): Promise<Cost> {
  stage.github.advance(rest);
  return costOf(stage, work);
}

const judge = (of = repository) => stage.app.context.enqueue([{ key: { kind: 'standing', repository: of.id }, priority: 'later' }]);

describe('how a repository stands', () => {
  test('is known as soon as there is a configuration', async () => {
    expect(await standing()).toMatchObject({ headSha: tip(), playbook: 'construir@1', locale: 'en', tier: 4, sprint: 0, block: 's00', target: 'release' });
    expect(await listStandingDays(stage.store.db, repository.id, { from: '2027-01-01' })).toMatchObject([{ day: '2027-01-12', sprint: 0 }]);
  });

  test('changes with a merge, and once more with the evidence of the new tip', async () => {
    const pull = openSmallPull(stage, { repository, branch: 'first' });
    await stage.settle();
    expect(await apiCoverage()).toMatchObject({ outcome: 'not-applicable' });
    await after(5 * minutes, () => stage.github.people.mergePull({ repository, as: 'ana', number: pull.number }));
    expect(await standing()).toMatchObject({ headSha: tip() });
    expect(await apiCoverage()).toMatchObject({ covered: null, outcome: 'cannot-evaluate' });
    const files = { 'lcov.info': covered('src/first.ts') };
    const { reads, writes } = await after(5 * minutes, () =>
      stage.github.people.runWorkflow({
        repository,
        as: 'ana',
        path: '.github/workflows/ci.yml',
        branch: 'main',
        artifacts: [{ name: 'sprintgate-api', files }],
      }),
    );
    expect(await apiCoverage()).toMatchObject({ covered: 2, total: 2, floor: 9000, outcome: 'pass' });
    // What a run brings: the run, its uploads and each archive, once. Whose head the commit is, is asked when it begins and ends.
    const heads = 'repos/list-pull-requests-associated-with-commit';
    const run = ['actions/download-artifact', 'actions/list-workflow-run-artifacts', 'actions/list-workflow-runs-for-repo', 'graphql'];
    expect(reads).toEqual([...run, heads, heads]);
    expect(writes).toEqual([]);
  });

  test('costs one read where nothing has happened, two and the files after a push, and never a write', async () => {
    expect(await after(5 * minutes, () => judge())).toEqual({ reads: ['graphql'], writes: [] });
    const push = () => stage.github.people.commit({ repository, as: 'luis', branch: 'main', files: { 'docs/new.md': 'new' } });
    const { reads, writes } = await after(5 * minutes, push);
    expect(reads).toEqual(['git/get-tree', 'graphql', 'graphql']);
    expect(writes).toEqual([]);
    expect((await standing()).headSha).toBe(tip());
  });

  test('is told once for a burst: what comes within five minutes waits for their end', async () => {
    await after(5 * minutes, () => judge());
    const { at, headSha } = await standing();
    const push = () => stage.github.people.commit({ repository, as: 'luis', branch: 'main', files: { 'docs/again.md': 'again' } });
    expect(await after(minutes, push)).toEqual({ reads: [], writes: [] });
    expect(await standing()).toMatchObject({ at, headSha });
    expect(await stage.wakeOf(formatKey({ kind: 'standing', repository: repository.id }))).toBe(new Date(Date.parse(at) + 5 * minutes).toISOString());
  });

  test('is told again on the next day, by the sweep, where every event was lost', async () => {
    const { headSha } = await standing();
    expect(headSha).not.toBe(tip());
    await after(0, () => stage.app.engine.sweep());
    expect((await standing()).headSha).toBe(headSha);
    await after(24 * 60 * minutes, () => stage.app.engine.sweep());
    expect((await standing()).headSha).toBe(tip());
    const days = await listStandingDays(stage.store.db, repository.id, { from: '2027-01-01' });
    expect(days.map(({ day }) => day)).toEqual(['2027-01-12', '2027-01-13']);
    const { at } = await standing();
    await after(60 * minutes, () => stage.app.engine.sweep());
    expect((await standing()).at).toBe(at);
  });

  test('has a checkpoint that was signed', async () => {
    const architecture = async () => (await standing()).checkpoints.find(({ id }) => id === 'architecture-review');
    expect(await architecture()).toMatchObject({ state: 'open' });
    const issue = stage.github.people.openIssue({ repository, as: 'luis', title: 'Review' });
    await after(5 * minutes, () =>
      stage.github.people.comment({ repository, as: 'ana', number: issue.number, body: '/sprintgate approve architecture-review' }),
    );
    expect(await architecture()).toMatchObject({ state: 'signed', signed: [{ login: 'ana' }] });
  });

  test('is judged again when something that was accepted ends', async () => {
    const wake = await stage.wakeOf(formatKey({ kind: 'standing', repository: repository.id }));
    // The first sprint ends at midnight of the 25th in Mexico City.
    expect(wake).toBe('2027-01-25T06:00:00.000Z');
  });

  test('is nothing without a configuration, and asks GitHub nothing', async () => {
    const other = await stage.repository('bare', { config: null });
    const push = () => stage.github.people.commit({ repository: other, as: 'ana', branch: 'main', files: { 'docs/new.md': 'new' } });
    expect(await after(5 * minutes, push)).toEqual({ reads: [], writes: [] });
    expect(await findStanding(stage.store.db, other.id)).toBeNull();
  });

  test('has no ledger entry: nothing is decided by it', async () => {
    const entries = await stage.ledger(repository);
    expect(entries.filter(({ subject }) => subject.endsWith('/standing'))).toEqual([]);
  });

  test('is told where every pull request of the branch is a release, too', async () => {
    const always = await stage.repository('always', { config: smallConfig.replace('labels: [release] }', 'labels: [release], always: [main] }') });
    expect((await standing(always)).target).toBe('release');
  });
});
