import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { covered, openSmallPull, smallConfig, type Stage, startStage } from '../../support/stage.ts';
import { answers, gates, runTests, saying } from './answers.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
beforeEach(() => {
  stage.github.now = '2027-01-12T18:00:00Z';
});
afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

const twoLines = 'export const a = 1;\nexport const b = 2;\n';

describe('a pull request that moves', () => {
  test('is judged on its new head after a push, and what the old one brought is not counted', async () => {
    const repository = await stage.repository('pushed');
    const { people } = stage.github;
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    runTests(stage, { repository, pull, report: covered('src/work.ts') });
    await stage.settle();
    people.pushToPull({ repository, as: 'luis', number: pull.number, files: { 'src/more.ts': twoLines } });
    await stage.settle();
    expect(Object.keys(answers(stage, repository, pull.pull.headSha)).toSorted()).toEqual(gates);
    expect(answers(stage, repository, pull.pull.headSha)['coverage']).toBe('action_required');
  });

  test('is judged on the head that a force-push gives it, also on one that it had before', async () => {
    const repository = await stage.repository('forced');
    const { people } = stage.github;
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    const first = pull.pull.headSha;
    runTests(stage, { repository, pull, report: covered('src/work.ts') });
    await stage.settle();
    const other = people.commit({ repository, as: 'luis', branch: 'other', files: { 'src/work.ts': 'export const c = 3;\n' } });
    people.moveBranch({ repository, as: 'luis', branch: 'work', sha: other.sha });
    await stage.settle();
    expect(answers(stage, repository, other.sha)['coverage']).toBe('action_required');
    people.moveBranch({ repository, as: 'luis', branch: 'work', sha: first });
    await stage.settle();
    expect(answers(stage, repository, first)).toEqual(Object.fromEntries(gates.map((gate) => [gate, 'success'])));
  });

  test('is judged anew when its base changes: gated, then not, then gated again', async () => {
    const repository = await stage.repository('retargeted');
    const { people } = stage.github;
    people.createBranch({ repository, as: 'ana', branch: 'side' });
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    runTests(stage, { repository, pull, report: covered('src/work.ts') });
    await stage.settle();
    const { headSha } = pull.pull;
    expect(answers(stage, repository, headSha)['policy']).toBe('success');
    people.changeBase({ repository, as: 'luis', number: pull.number, base: 'side' });
    await stage.settle();
    expect(Object.values(answers(stage, repository, headSha))).toEqual(gates.map(() => 'action_required'));
    people.changeBase({ repository, as: 'luis', number: pull.number, base: 'main' });
    await stage.settle();
    expect(Object.values(answers(stage, repository, headSha))).toEqual(gates.map(() => 'success'));
  });

  test('follows a default branch that is renamed, and is told when the configuration does not know the new name', async () => {
    const repository = await stage.repository('branch-renamed');
    const { people } = stage.github;
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    runTests(stage, { repository, pull, report: covered('src/work.ts') });
    await stage.settle();
    people.renameBranch({ repository, as: 'ana', from: 'main', to: 'trunk' });
    await stage.settle();
    const { headSha } = pull.pull;
    expect(answers(stage, repository, headSha)['coverage']).toBe('action_required');
    expect(saying(stage, { repository, headSha, gate: 'coverage' })).toContain('`trunk`');
    people.commit({ repository, as: 'ana', files: { '.github/sprintgate.yml': smallConfig.replaceAll('[main]', '[trunk]') } });
    await stage.settle();
    expect(answers(stage, repository, headSha)['coverage']).toBe('success');
  });

  test('from a fork is judged on its head, where events name no pull request', async () => {
    const repository = await stage.repository('forked');
    const { people } = stage.github;
    const fork = people.fork({ repository, as: 'eva' });
    people.commit({ repository: fork, as: 'eva', branch: 'work', files: { 'src/work.ts': twoLines } });
    const pull = people.openPull({ repository, as: 'eva', head: 'work', headRepository: fork });
    await stage.settle();
    const { headSha } = pull.pull;
    expect(Object.keys(answers(stage, repository, headSha)).toSorted()).toEqual(gates);
    expect(answers(stage, repository, headSha)['coverage']).toBe('action_required');
    runTests(stage, { repository, pull, report: covered('src/work.ts') });
    await stage.settle();
    expect(answers(stage, repository, headSha)['coverage']).toBe('success');
    people.pushToPull({ repository, as: 'eva', number: pull.number, files: { 'src/more.ts': twoLines } });
    await stage.settle();
    expect(answers(stage, repository, pull.pull.headSha)['coverage']).toBe('action_required');
  });
});

describe('a repository that moves', () => {
  test('is known by its number: after a rename its pull requests are judged as before', async () => {
    const repository = await stage.repository('old-name');
    const { people } = stage.github;
    const before = openSmallPull(stage, { repository, branch: 'before' });
    await stage.settle();
    people.rename({ repository, as: 'ana', name: 'new-name' });
    runTests(stage, { repository, pull: before, report: covered('src/before.ts') });
    const after = openSmallPull(stage, { repository, branch: 'after' });
    await stage.settle();
    expect(answers(stage, repository, before.pull.headSha)['coverage']).toBe('success');
    expect(answers(stage, repository, after.pull.headSha)['coverage']).toBe('action_required');
  });

  test('is judged under its new owner after a transfer, with what was decided before', async () => {
    const repository = await stage.repository('moves-house');
    const { people } = stage.github;
    people.addOrganisation('globex', { owners: ['ana'], members: ['luis'] });
    people.installApp({ account: 'globex' });
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    await stage.settle();
    people.comment({ repository, as: 'ana', number: pull.number, body: '/sprintgate hold the plant is down' });
    await stage.settle();
    expect(answers(stage, repository, pull.pull.headSha)['policy']).toBe('failure');
    people.transfer({ repository, as: 'ana', to: 'globex' });
    people.grantRole({ repository, login: 'luis', role: 'write' });
    runTests(stage, { repository, pull, report: covered('src/work.ts') });
    await stage.settle();
    expect(answers(stage, repository, pull.pull.headSha)).toMatchObject({ coverage: 'success', policy: 'failure' });
    people.comment({ repository, as: 'ana', number: pull.number, body: '/sprintgate unhold it is up again' });
    await stage.settle();
    expect(answers(stage, repository, pull.pull.headSha)['policy']).toBe('success');
  });

  test('is left alone where the new owner has not installed the app, and judged once it has', async () => {
    const repository = await stage.repository('leaves');
    const { people } = stage.github;
    people.addOrganisation('initech', { owners: ['ana'], members: ['luis'] });
    people.transfer({ repository, as: 'ana', to: 'initech' });
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    await stage.settle();
    expect(answers(stage, repository, pull.pull.headSha)).toEqual({});
    people.installApp({ account: 'initech' });
    await stage.settle();
    expect(Object.keys(answers(stage, repository, pull.pull.headSha)).toSorted()).toEqual(gates);
  });
});
