import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSmallPull, smallConfig, type Stage, startStage } from '../../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

const config = `${smallConfig}environments: { production: readiness }\n`;

async function waiting(name: string) {
  const repository = await stage.repository(name, { config });
  const { people } = stage.github;
  people.guardEnvironment({ repository, environment: 'production' });
  const { number } = openSmallPull(stage, { repository, branch: 'work', files: { 'docs/one.md': 'One\n' } });
  await stage.settle();
  people.mergePull({ repository, as: 'luis', number });
  const { run } = people.runWorkflow({ repository, as: 'luis', path: '.github/workflows/deploy.yml', event: 'push', jobs: ['deploy'], conclusion: null });
  people.deploy({ repository, as: 'luis', run, environment: 'production' });
  await stage.settle();
  return { repository, number, gate: run.gates[0] };
}

describe('a deployment that waits', () => {
  test('is rejected when an authority says so on the pull request that brought it, and says by whom and why', async () => {
    const { repository, number, gate } = await waiting('refused');
    expect(gate?.state).toBe('waiting');
    stage.github.people.comment({ repository, as: 'ana', number, body: '/sprintgate reject deployment production the migration is not ready' });
    await stage.settle();
    expect(gate?.state).toBe('rejected');
    expect(gate?.comment).toMatch(/\*\*Rejected\*\* by `ana`: the migration is not ready/);
  });

  test('goes on waiting when somebody without authority says so', async () => {
    const { repository, number, gate } = await waiting('not-refused');
    stage.github.people.comment({ repository, as: 'luis', number, body: '/sprintgate reject deployment production I do not like it' });
    stage.github.people.comment({ repository, as: 'ana', number, body: '/sprintgate reject deployment staging no such place' });
    await stage.settle();
    expect(gate?.state).toBe('waiting');
  });
});
