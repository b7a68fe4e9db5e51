import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSmallPull, type Stage, startStage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

/** What happens meanwhile is told to nobody: GitHub does not try again by itself. */
async function unheard(work: () => void): Promise<void> {
  stage.github.setHookUrl('http://127.0.0.1:1/');
  work();
  await stage.github.settled();
  stage.github.setHookUrl(`${stage.app.url}/api/github/webhooks`);
}

describe('what a lost webhook left behind', () => {
  test('commands and merge groups are found by the sweep, once', async () => {
    const { people } = stage.github;
    const repository = await stage.repository('lost');
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    await stage.settle();
    let group = '';
    await unheard(() => {
      people.comment({ repository, as: 'ana', number: pull.number, body: 'Nothing yet.' });
      people.comment({ repository, as: 'ana', number: pull.number, body: '/sprintgate hold the plant is down' });
      group = people.enqueue({ repository, as: 'luis', number: pull.number }).headSha;
    });
    await stage.settle();
    expect(stage.check(repository, pull.pull.headSha, 'policy')?.conclusion).toBe('success');
    stage.github.advance(3_600_000);
    await stage.app.engine.sweep();
    await stage.settle();
    expect(stage.check(repository, pull.pull.headSha, 'policy')?.conclusion).toBe('failure');
    expect(stage.check(repository, group, 'policy')?.conclusion).toBe('failure');
    const comments = repository.comments.size;
    stage.github.advance(3_600_000);
    const mark = stage.github.requests.mark();
    await stage.app.engine.sweep();
    await stage.settle();
    expect(repository.comments.size).toBe(comments);
    const asked = stage.github.requests.since(mark).entries.filter(({ operation }) => operation === 'issues/list-comments-for-repo');
    expect(asked).toHaveLength(1);
  });

  test('a deployment that waits is found by the sweep', async () => {
    const { people } = stage.github;
    const repository = await stage.repository('lost-deployment');
    people.guardEnvironment({ repository, environment: 'production' });
    const path = '.github/workflows/deploy.yml';
    const { run } = people.runWorkflow({ repository, as: 'luis', path, event: 'push', jobs: ['deploy'], conclusion: null });
    await stage.settle();
    await unheard(() => people.deploy({ repository, as: 'luis', run, environment: 'production' }));
    await stage.settle();
    expect(run.gates[0]?.reports).toEqual([]);
    stage.github.advance(3_600_000);
    await stage.app.engine.sweep();
    await stage.settle();
    expect(run.gates[0]?.reports).toHaveLength(1);
  });
});
