import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { covered, openSmallPull, type Stage, startStage } from '../support/stage.ts';

let stage: Stage;
let repository: Repository;
beforeAll(async () => {
  stage = await startStage({ compareLooks: true });
  repository = await stage.repository('written');
  openSmallPull(stage, { repository, branch: 'work' });
  await stage.settle();
});
afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

/** Names of the checks that something had written, one for each time. */
async function written(work: () => unknown): Promise<string[]> {
  const mark = stage.github.requests.mark();
  await work();
  await stage.settle();
  const paths = stage.github.requests.since(mark).entries.flatMap(({ operation, path }) => (operation === 'checks/update' ? [path] : []));
  return paths.map((path) => repository.checkRuns.get(Number(path.split('/').at(-1)))?.name ?? path).toSorted();
}

test('an upload for coverage: that check alone', async () => {
  const { people } = stage.github;
  const path = '.github/workflows/ci.yml';
  const { run } = people.runWorkflow({ repository, as: 'luis', path, pull: 1, jobs: ['test'], conclusion: null });
  await stage.settle();
  const upload = () => {
    people.uploadArtifact({ repository, run, name: 'sprintgate-api', files: { 'lcov.info': covered('src/work.ts') } });
    people.finishWorkflow({ repository, as: 'luis', run });
  };
  expect(await written(upload)).toEqual(['sprintgate/coverage']);
});

test('a label that means nothing: no check', async () => {
  expect(await written(() => stage.github.people.label({ repository, as: 'luis', number: 1, names: ['question'] }))).toEqual([]);
});

test('a sign-off by comment: the check of the checkpoint alone', async () => {
  stage.github.now = '2027-01-26T18:00:00Z';
  await stage.look(repository, 1);
  const approve = () => stage.github.people.comment({ repository, as: 'ana', number: 1, body: '/sprintgate approve architecture-review' });
  expect(await written(approve)).toEqual(['sprintgate/checkpoint']);
});

test('the label of a release: the check of readiness alone', async () => {
  expect(await written(() => stage.github.people.label({ repository, as: 'luis', number: 1, names: ['release'] }))).toEqual(['sprintgate/readiness']);
});

test('the same again: no check', async () => {
  expect(await written(() => stage.look(repository, 1))).toEqual([]);
});
