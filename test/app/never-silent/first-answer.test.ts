import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { covered, openSmallPull, type Stage, startStage } from '../../support/stage.ts';
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

describe('a pull request that was just opened', () => {
  test('has every check at once, in progress while its workflows run, and says what it waits for and until when', async () => {
    const repository = await stage.repository('opened');
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    runTests(stage, { repository, pull, conclusion: null });
    await stage.settle();
    const { headSha } = pull.pull;
    expect(Object.keys(answers(stage, repository, headSha)).toSorted()).toEqual(gates);
    expect(answers(stage, repository, headSha)['coverage']).toBe('in_progress');
    expect(saying(stage, { repository, headSha, gate: 'coverage' })).toContain('2027-01-12');
    expect(saying(stage, { repository, headSha, gate: 'coverage' })).toContain('`api`');
  });

  test('is told what is missing when no workflow ever begins', async () => {
    const repository = await stage.repository('no-workflow');
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    await stage.settle();
    const { headSha } = pull.pull;
    expect(answers(stage, repository, headSha)).toMatchObject({ coverage: 'action_required', policy: 'success' });
    expect(saying(stage, { repository, headSha, gate: 'coverage' })).toMatch(/sprintgate-?.*api|api/);
  });

  test.each([
    ['ended without a report', 'success'],
    ['failed without a report', 'failure'],
    ['was cancelled', 'cancelled'],
    ['was skipped', 'skipped'],
    ['ran out of time', 'timed_out'],
  ])('ends as “cannot be evaluated” when its workflow %s', async (_what, conclusion) => {
    const repository = await stage.repository(`ended-${conclusion.replace('_', '-')}`);
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    const { run } = runTests(stage, { repository, pull, conclusion: null });
    await stage.settle();
    expect(answers(stage, repository, pull.pull.headSha)['coverage']).toBe('in_progress');
    stage.github.people.finishWorkflow({ repository, as: 'luis', run, conclusion });
    await stage.settle();
    expect(answers(stage, repository, pull.pull.headSha)['coverage']).toBe('action_required');
  });

  test('passes once the report is there, and no check is left unanswered', async () => {
    const repository = await stage.repository('passes');
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    runTests(stage, { repository, pull, report: covered('src/work.ts') });
    await stage.settle();
    expect(answers(stage, repository, pull.pull.headSha)).toEqual(Object.fromEntries(gates.map((gate) => [gate, 'success'])));
  });

  test('is judged as a draft, and stays judged when it is ready', async () => {
    const repository = await stage.repository('draft');
    const { people } = stage.github;
    people.commit({ repository, as: 'luis', branch: 'work', files: { 'src/work.ts': 'export const a = 1;\nexport const b = 2;\n' } });
    const pull = people.openPull({ repository, as: 'luis', head: 'work', draft: true });
    runTests(stage, { repository, pull, report: covered('src/work.ts') });
    await stage.settle();
    const asDraft = answers(stage, repository, pull.pull.headSha);
    expect(asDraft).toMatchObject({ coverage: 'success', policy: 'success' });
    people.setDraft({ repository, as: 'luis', number: pull.number, draft: false });
    await stage.settle();
    expect(answers(stage, repository, pull.pull.headSha)).toEqual(asDraft);
  });

  test('is judged anew when it is reopened, by what became known while it was closed', async () => {
    const repository = await stage.repository('reopened');
    const { people } = stage.github;
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    await stage.settle();
    people.close({ repository, as: 'luis', number: pull.number });
    await stage.settle();
    runTests(stage, { repository, pull, report: covered('src/work.ts') });
    await stage.settle();
    expect(answers(stage, repository, pull.pull.headSha)['coverage']).toBe('action_required');
    people.reopen({ repository, as: 'luis', number: pull.number });
    await stage.settle();
    expect(answers(stage, repository, pull.pull.headSha)['coverage']).toBe('success');
  });
});

describe('a pull request of a bot', () => {
  test.each(['dependabot[bot]', 'renovate[bot]'])('of %s is judged like everybody’s', async (login) => {
    const repository = await stage.repository(`of-${login.replace('[bot]', '')}`);
    const { people } = stage.github;
    people.addUser(login, { type: 'Bot' });
    people.grantRole({ repository, login, role: 'write' });
    people.commit({ repository, as: login, branch: 'bump', files: { 'src/bump.ts': 'export const a = 1;\nexport const b = 2;\n' } });
    const pull = people.openPull({ repository, as: login, head: 'bump' });
    await stage.settle();
    const { headSha } = pull.pull;
    expect(Object.keys(answers(stage, repository, headSha)).toSorted()).toEqual(gates);
    expect(answers(stage, repository, headSha)['coverage']).toBe('action_required');
    runTests(stage, { repository, pull, report: covered('src/bump.ts') });
    await stage.settle();
    expect(answers(stage, repository, headSha)['coverage']).toBe('success');
  });

  test('a release opened with a workflow’s token, for which no workflow runs, ends and says what is missing', async () => {
    const repository = await stage.repository('workflow-token');
    const { people } = stage.github;
    const login = 'github-actions[bot]';
    people.grantRole({ repository, login, role: 'write' });
    people.commit({ repository, as: login, branch: 'release/1.0', files: { 'CHANGELOG.md': '# 1.0\n', 'src/version.ts': 'export const a = 1;\n' } });
    const pull = people.openPull({ repository, as: login, head: 'release/1.0' });
    await stage.settle();
    const { headSha } = pull.pull;
    const said = answers(stage, repository, headSha);
    expect(Object.keys(said).toSorted()).toEqual(gates);
    expect(said['coverage']).toBe('action_required');
    expect(['failure', 'action_required']).toContain(said['readiness']);
    expect(Object.values(said)).not.toContain('in_progress');
  });
});
