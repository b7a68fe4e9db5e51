import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSmallPull, settleBoth, type Stage, startAppOn, startStage } from '../support/stage.ts';

const midnight = '2027-01-25T06:00:00.000Z';
const untilMidnight = Date.parse(midnight) - Date.parse('2027-01-12T18:00:00Z');

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

async function loseWakes(): Promise<void> {
  await stage.store.db.exec("delete from sprintgate_jobs.job where name = 'wakes'");
}

describe('what ends by itself', () => {
  test('while the app is up: each open pull request has its wake at the end of the sprint, and one that was lost is made good by the sweep', async () => {
    const repository = await stage.repository('turning');
    const pulls = ['one', 'two'].map((branch) => openSmallPull(stage, { repository, branch }));
    await stage.settle();
    for (const { number, pull } of pulls) {
      expect(await stage.wakeOf(`${repository.id}/pull/${number}`)).toBe(midnight);
      expect(stage.check(repository, pull.headSha, 'checkpoint')?.conclusion).toBe('success');
    }
    stage.github.people.close({ repository, as: 'luis', number: pulls[1]?.number ?? 0 });
    await stage.settle();
    await loseWakes();
    stage.github.advance(untilMidnight);
    await stage.app.engine.sweep();
    await stage.settle();
    const head = pulls[0]?.pull.headSha ?? '';
    expect(stage.check(repository, head, 'checkpoint')?.conclusion).toBe('failure');
    // The one that was closed is looked at no more.
    expect(await stage.wakeOf(`${repository.id}/pull/${pulls[1]?.number}`)).toBeNull();
  });

  test('while the app is down: an override is over when it is back and sweeps, though its wake is lost', async () => {
    const { people } = stage.github;
    const repository = await stage.repository('down');
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    await stage.settle();
    people.comment({ repository, as: 'ana', number: pull.number, body: '/sprintgate override the plant is down' });
    await stage.settle();
    const conclusion = () => stage.check(repository, pull.pull.headSha, 'checkpoint')?.conclusion;
    expect(conclusion()).toBe('success');
    await stage.app.stop();
    await loseWakes();
    stage.github.advance(25 * 3_600_000);
    const again = await startAppOn(stage.github, { store: stage.store });
    try {
      // By the machine's clock no sweep is due yet.
      await again.engine.sweep();
      await settleBoth(stage.github, again);
      expect(conclusion()).toBe('failure');
    } finally {
      await again.stop();
    }
  });
});
