import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSmallPull, type Stage, startStage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

describe('after an outage', () => {
  it('GitHub sends again what it could not hand over, newest first and each once, and everything is right', async () => {
    const { people, requests, webhooks } = stage.github;
    const repositories = [];
    for (let count = 0; count < 3; count += 1) repositories.push(await stage.repository(`down-${count}`));
    await stage.app.engine.sweep();
    await stage.settle();

    stage.github.setHookUrl('http://127.0.0.1:1/');
    const pulls = [];
    for (const [index, repository] of repositories.entries()) {
      for (let count = 0; count < 3; count += 1) {
        stage.github.advance(160 * 60_000);
        const pull = openSmallPull(stage, { repository, branch: `work-${count}` });
        pulls.push({ repository, pull });
        for (let more = 0; more < 6; more += 1) people.comment({ repository, as: 'luis', number: pull.number, body: `Remark ${more}` });
      }
      if (index === 0) people.comment({ repository, as: 'ana', number: 1, body: '/sprintgate hold the plant is down' });
    }
    await stage.github.settled();
    const lost = webhooks.deliveries.filter(({ statusCode }) => statusCode === 502);
    expect(lost.length).toBeGreaterThan(60);

    stage.github.setHookUrl(`${stage.app.url}/api/github/webhooks`);
    const mark = requests.mark();
    await stage.app.engine.sweep();
    await stage.settle();
    for (const { repository, pull } of pulls) {
      const held = repository === repositories[0] && pull.number === 1;
      expect(stage.check(repository, pull.pull.headSha, 'policy')?.conclusion, `${repository.name}#${pull.number}`).toBe(held ? 'failure' : 'success');
    }
    const asked = requests.since(mark).entries;
    const again = asked.filter(({ operation }) => operation === 'apps/redeliver-webhook-delivery');
    expect(again).toHaveLength(new Set(lost.map(({ guid }) => guid)).size);
    const sentAgain = webhooks.deliveries.filter(({ redelivery }) => redelivery).map(({ guid }) => guid);
    expect(sentAgain).toEqual([...new Set(lost.map(({ guid }) => guid))].toReversed());
    // Far within the 5,000 requests that an installation has in an hour.
    const within = asked.filter(({ kind }) => kind !== 'auth').length;
    expect(within).toBeLessThan(30 * pulls.length + 30 * repositories.length);

    const second = requests.mark();
    await stage.app.engine.sweep();
    await stage.settle();
    expect(requests.since(second).entries.filter(({ operation }) => operation === 'apps/redeliver-webhook-delivery')).toEqual([]);
    expect(requests.since(second).writes).toBe(0);
  }, 120_000);
});
