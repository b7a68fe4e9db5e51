import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallConfig, type Stage, startStage } from '../../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

test('a deployment that waits for us is told so once at each guarded environment, and is not decided', async () => {
  const { people } = stage.github;
  const repository = await stage.repository('shop', { config: smallConfig.replace('locale: en', 'locale: es') });
  for (const environment of ['production', 'alpha']) people.guardEnvironment({ repository, environment });
  const { run } = people.runWorkflow({ repository, as: 'luis', path: '.github/workflows/deploy.yml', event: 'push', jobs: ['deploy'], conclusion: null });
  people.deploy({ repository, as: 'luis', run, environment: 'production' });
  await stage.settle();
  people.deploy({ repository, as: 'luis', run, environment: 'alpha' });
  await stage.settle();
  await stage.app.context.enqueue([{ key: { kind: 'deploy', repository: repository.id, run: run.id }, priority: 'now' }]);
  await stage.settle();
  expect(run.gates.map(({ environment, state, reports }) => [environment, state, reports.length])).toEqual([
    ['production', 'waiting', 1],
    ['alpha', 'waiting', 1],
  ]);
  expect(run.gates[0]?.reports[0]).toContain('todavía no decide sobre despliegues');
  expect(run.gates[0]?.reports[0]?.length).toBeLessThan(1024);
});

test('a report that failed is made again', async () => {
  const { people, faults } = stage.github;
  const repository = await stage.repository('again');
  people.guardEnvironment({ repository, environment: 'production' });
  const { run } = people.runWorkflow({ repository, as: 'luis', path: '.github/workflows/deploy.yml', event: 'push', jobs: ['deploy'], conclusion: null });
  faults.add({ kind: 'refuse', status: 502, where: 'actions/review-custom-gates-for-run' });
  people.deploy({ repository, as: 'luis', run, environment: 'production' });
  await stage.settle();
  expect(run.gates.map(({ reports }) => reports.length)).toEqual([1]);
});
