import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listOverwrittenChecks } from '../../../src/store/known/list-overwritten-checks.ts';
import { openSmallPull, type Stage, startStage } from '../../support/stage.ts';
import { answers, checkWrites } from './answers.ts';

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

async function judged(name: string) {
  const repository = await stage.repository(name);
  const pull = openSmallPull(stage, { repository, branch: 'work' });
  await stage.settle();
  return { repository, pull, headSha: pull.pull.headSha };
}

const forged = { status: 'completed', conclusion: 'success', output: { title: 'All good', summary: 'Trust me.' } } as const;

describe('a check of ours that somebody else overwrites', () => {
  test('by a run of another app under its name is posted anew, so that ours is the newest, and recorded once', async () => {
    const { repository, pull, headSha } = await judged('forged');
    const other = stage.github.addApp({ slug: 'forger', permissions: { checks: 'write' }, events: [] });
    stage.github.people.installApp({ account: 'acme', app: other });
    await stage.settle();
    stage.github.people.reportCheck({ repository, appId: other.id, name: 'sprintgate/coverage', headSha, ...forged });
    await stage.settle();
    const runs = [...repository.checkRuns.values()].filter(({ name }) => name === 'sprintgate/coverage');
    expect(runs.map(({ appId, conclusion }) => [appId, conclusion])).toEqual([
      [stage.github.app.id, 'action_required'],
      [other.id, 'success'],
      [stage.github.app.id, 'action_required'],
    ]);
    expect(await listOverwrittenChecks(stage.store.db, repository.id, 10)).toEqual([
      { check: 'sprintgate/coverage', headSha, by: { appId: other.id, slug: 'forger' }, at: '2027-01-12T18:00:00.000Z', what: 'success' },
    ]);
    const decisions = (await stage.ledger(repository)).filter(({ kind, subject }) => kind === 'decision' && subject.includes('/pull/'));
    expect(decisions.at(-1)?.payload).toContain('"overwritten"');
    const mark = stage.github.requests.mark();
    await stage.look(repository, pull.number);
    expect(checkWrites(stage, mark)).toBe(0);
  });

  test('with a token of ours is written back at the next look, and recorded, also when the verdict changed meanwhile', async () => {
    const { repository, pull, headSha } = await judged('stolen-token');
    const run = stage.check(repository, headSha, 'coverage');
    if (!run) throw new Error('no check was posted');
    stage.github.people.updateCheck({ repository, as: 'sprintgate[bot]', run, ...forged });
    stage.github.people.runWorkflow({ repository, as: 'luis', path: '.github/workflows/ci.yml', pull: pull.number, jobs: ['test'], conclusion: null });
    await stage.settle();
    expect(answers(stage, repository, headSha)['coverage']).toBe('in_progress');
    expect(await listOverwrittenChecks(stage.store.db, repository.id, 10)).toMatchObject([{ check: 'sprintgate/coverage', by: null, what: 'success' }]);
  });

  test('is told from one that GitHub made stale, and from another app’s run that was there first', async () => {
    const repository = await stage.repository('not-forged');
    const other = stage.github.addApp({ slug: 'early-bird', permissions: { checks: 'write' }, events: [] });
    stage.github.people.installApp({ account: 'acme', app: other });
    stage.github.people.commit({ repository, as: 'luis', branch: 'work', files: { 'src/work.ts': 'export const a = 1;\n' } });
    const headSha = repository.refs.get('refs/heads/work') ?? '';
    stage.github.people.reportCheck({ repository, appId: other.id, name: 'sprintgate/coverage', headSha, ...forged });
    const pull = stage.github.people.openPull({ repository, as: 'luis', head: 'work' });
    await stage.settle();
    await stage.look(repository, pull.number);
    expect(await listOverwrittenChecks(stage.store.db, repository.id, 10)).toEqual([]);
  });
});
