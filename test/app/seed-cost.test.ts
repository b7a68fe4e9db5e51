import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { smallConfig, type Stage, startStage } from '../support/stage.ts';

let stage: Stage;
let repository: Repository;
beforeAll(async () => {
  stage = await startStage();
  repository = await stage.repository('planned', { config: null });
  stage.github.people.commit({ repository, as: 'ana', files: { '.github/sprintgate.yml': smallConfig } });
  await stage.settle();
});
afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

async function seed() {
  const mark = stage.github.requests.mark();
  await stage.app.context.enqueue([{ key: { kind: 'seed', repository: repository.id, unit: '.' }, priority: 'now' }]);
  await stage.settle();
  return stage.github.requests.since(mark);
}

const onPlan = () => [...repository.comments.values()].map(({ body }) => body).join('\n');

test('the plan says how long creating it takes, and once that is done that it was created', { timeout: 180_000 }, async () => {
  expect(onPlan()).toMatch(/Creating it takes about \d+ minutes, within GitHub’s limits/);
  expect((await seed()).writes).toBeGreaterThan(100);
  expect(onPlan()).toContain('It has been created.');
  expect(onPlan()).not.toContain('Creating it takes');
});

test('seeding by the app a repository that is seeded: six reads, and no write', async () => {
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
});
