import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openSmallPull, type Stage, startStage } from '../../support/stage.ts';
import { answers, checkWrites, gates } from './answers.ts';

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
  const { headSha } = pull.pull;
  const run = stage.check(repository, headSha, 'coverage');
  if (!run) throw new Error('no check was posted');
  return { repository, pull, headSha, run, mark: stage.github.requests.mark(), before: answers(stage, repository, headSha) };
}

describe('asking again', () => {
  test('“Re-run” on one check posts all of them again, into the runs that are there', async () => {
    const { repository, headSha, run, mark, before } = await judged('rerun-one');
    stage.github.people.rerequestCheck({ repository, as: 'luis', run });
    await stage.settle();
    expect(checkWrites(stage, mark)).toBe(gates.length);
    expect(answers(stage, repository, headSha)).toEqual(before);
    expect(repository.checkRuns.size).toBe(gates.length);
    expect(repository.checkSuites.get(run.suiteId)?.status).toBe('completed');
  });

  test('“Re-run all checks” does the same', async () => {
    const { repository, headSha, run, mark, before } = await judged('rerun-all');
    stage.github.people.rerequestSuite({ repository, as: 'luis', headSha });
    await stage.settle();
    expect(checkWrites(stage, mark)).toBe(gates.length);
    expect(answers(stage, repository, headSha)).toEqual(before);
    expect(repository.checkSuites.get(run.suiteId)?.status).toBe('completed');
  });

  test('a button on a check has the world read again, and writes only what changed', async () => {
    const { repository, run, mark } = await judged('button');
    stage.github.people.pressCheckButton({ repository, as: 'luis', run, identifier: 'recheck' });
    await stage.settle();
    expect(checkWrites(stage, mark)).toBe(0);
    expect(stage.github.requests.since(mark).entries.some(({ operation }) => operation === 'graphql')).toBe(true);
  });

  test.each(['recheck', 'revisar'])('/sprintgate %s has the world read again and answers', async (command) => {
    const { repository, pull, mark } = await judged(`command-${command}`);
    const comments = repository.comments.size;
    stage.github.people.comment({ repository, as: 'luis', number: pull.number, body: `/sprintgate ${command}` });
    await stage.settle();
    expect(stage.github.requests.since(mark).entries.some(({ operation }) => operation === 'graphql')).toBe(true);
    expect(repository.comments.size).toBe(comments + 2);
  });

  test('a workflow that runs once more makes the check wait once more', async () => {
    const { repository, pull, headSha } = await judged('rerun-workflow');
    const { run } = stage.github.people.runWorkflow({ repository, as: 'luis', path: '.github/workflows/ci.yml', pull: pull.number, jobs: ['test'] });
    await stage.settle();
    expect(answers(stage, repository, headSha)['coverage']).toBe('action_required');
    stage.github.people.rerunWorkflow({ repository, as: 'luis', run, conclusion: null });
    await stage.settle();
    expect(answers(stage, repository, headSha)['coverage']).toBe('in_progress');
    stage.github.people.finishWorkflow({ repository, as: 'luis', run });
    await stage.settle();
    expect(answers(stage, repository, headSha)['coverage']).toBe('action_required');
  });
});
