import { expect, test } from 'vitest';
import { smallConfig, startStage } from '../support/stage.ts';

test('seeding by the app a repository that is seeded: six reads, and no write', { timeout: 60_000 }, async () => {
  const stage = await startStage();
  const repository = await stage.repository('planned', { config: smallConfig });
  const seed = async () => {
    const mark = stage.github.requests.mark();
    await stage.app.context.enqueue([{ key: { kind: 'seed', repository: repository.id, unit: '.' }, priority: 'now' }]);
    await stage.settle();
    return stage.github.requests.since(mark);
  };
  expect((await seed()).writes).toBeGreaterThan(100);
  const again = await seed();
  expect(again.writes).toBe(0);
  expect(again.entries.flatMap(({ operation }) => operation ?? [])).toEqual([
    'repos/get',
    'repos/get-content',
    'repos/get-content',
    'graphql',
    'issues/list-for-repo',
    'issues/list-for-repo',
  ]);
  stage.github.assertClean();
  await stage.close();
});
