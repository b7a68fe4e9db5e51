import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PullIssue } from '../../src/rehearsal/github/records/find.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { openSmallPull, type Stage, startStage } from '../support/stage.ts';

// `npm run soak:outage` plays the same with 30 repositories.
const size = process.env['MODE'] === 'outage' ? { repositories: 30, minutes: 15, patience: 1_200_000 } : { repositories: 3, minutes: 160, patience: 120_000 };

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

interface LostPull {
  readonly repository: Repository;
  readonly pull: PullIssue;
}

/** A day on which GitHub hands nothing over: pull requests in turn in each repository, with remarks, the last ones the newest. */
function playDay(repositories: readonly Repository[]): LostPull[] {
  const { people } = stage.github;
  const pulls: LostPull[] = [];
  for (let count = 0; count < 3; count += 1) {
    for (const repository of repositories) {
      stage.github.advance(size.minutes * 60_000);
      const pull = openSmallPull(stage, { repository, branch: `work-${count}` });
      pulls.push({ repository, pull });
      for (let more = 0; more < 6; more += 1) people.comment({ repository, as: 'luis', number: pull.number, body: `Remark ${more}` });
    }
  }
  const [first] = repositories;
  if (first) people.comment({ repository: first, as: 'ana', number: 1, body: '/sprintgate hold the plant is down' });
  return pulls;
}

/** The places, in the order in which each had its first check, of pull requests that are given from the oldest to the newest. */
function inOrderOfChecks(pulls: readonly LostPull[]): number[] {
  const first = pulls.map(({ repository, pull }) => {
    const runs = [...repository.checkRuns.values()].filter(({ headSha, appId }) => headSha === pull.pull.headSha && appId === stage.github.app.id);
    return Math.min(...runs.map(({ id }) => id));
  });
  return pulls.map((_, place) => place).toSorted((a, b) => (first[a] ?? 0) - (first[b] ?? 0));
}

describe('after an outage', () => {
  it(
    'GitHub sends again what it could not hand over, newest first and each once, and everything is right, the newest first',
    async () => {
      const { requests, webhooks } = stage.github;
      const repositories: Repository[] = [];
      for (let count = 0; count < size.repositories; count += 1) repositories.push(await stage.repository(`down-${count}`));
      await stage.app.engine.sweep();
      await stage.settle();
      stage.github.setHookUrl('http://127.0.0.1:1/');
      const pulls = playDay(repositories);
      await stage.github.settled();
      const lost = webhooks.deliveries.filter(({ statusCode }) => statusCode === 502);
      expect(lost.length).toBeGreaterThan(20 * size.repositories);

      stage.github.setHookUrl(`${stage.app.url}/api/github/webhooks`);
      const mark = requests.mark();
      await stage.app.engine.sweep();
      await stage.settle();
      for (const { repository, pull } of pulls) {
        const held = repository === repositories[0] && pull.number === 1;
        expect(stage.check(repository, pull.pull.headSha, 'policy')?.conclusion, `${repository.name}#${pull.number}`).toBe(held ? 'failure' : 'success');
      }
      // Several are worked at once, so that neighbours may change places. The one with the command is newer than it looks.
      const order = inOrderOfChecks(pulls).filter((place) => place > 0);
      const third = Math.floor(order.length / 3);
      const mean = (places: readonly number[]) => places.reduce((sum, place) => sum + place, 0) / places.length;
      const thirds = [order.slice(0, third), order.slice(third, -third), order.slice(-third)].map(mean);
      expect(thirds, `in the order of their checks: ${order.join(' ')}`).toEqual(thirds.toSorted((a, b) => b - a));
      const asked = requests.since(mark).entries;
      const again = asked.filter(({ operation }) => operation === 'apps/redeliver-webhook-delivery');
      expect(again).toHaveLength(new Set(lost.map(({ guid }) => guid)).size);
      const sentAgain = webhooks.deliveries.filter(({ redelivery }) => redelivery).map(({ guid }) => guid);
      expect(sentAgain).toEqual([...new Set(lost.map(({ guid }) => guid))].toReversed());
      // Far within the 5,000 requests that an installation has in an hour, where it is of a usual size.
      const within = asked.filter(({ kind }) => kind !== 'auth').length;
      expect(within).toBeLessThan(30 * pulls.length + 30 * repositories.length);

      const second = requests.mark();
      await stage.app.engine.sweep();
      await stage.settle();
      expect(requests.since(second).entries.filter(({ operation }) => operation === 'apps/redeliver-webhook-delivery')).toEqual([]);
      expect(requests.since(second).writes).toBe(0);
      if (process.env['MODE'] === 'outage') {
        process.stdout.write(`${lost.length} lost events of ${repositories.length} repositories: ${within} requests; `);
        process.stdout.write(`a second sweep: ${requests.since(second).entries.length}, none of them writes\norder of checks: ${order.join(' ')}\n`);
      }
    },
    size.patience,
  );
});
