import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Repository } from '../../../src/rehearsal/github/records/repository.ts';
import { covered, openSmallPull, type Stage, startStage } from '../../support/stage.ts';

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

const path = '.github/workflows/ci.yml';

function queue(repository: Repository, branch: string) {
  const pull = openSmallPull(stage, { repository, branch });
  return { pull, entry: stage.github.people.enqueue({ repository, as: 'luis', number: pull.number }) };
}

function runTests(repository: Repository, headSha: string, ...files: readonly string[]) {
  stage.github.people.runWorkflow({
    repository,
    as: 'luis',
    path,
    event: 'merge_group',
    headSha,
    jobs: ['test'],
    artifacts: [{ name: 'sprintgate-api', files: { 'lcov.info': covered(...files) } }],
  });
}

function state(repository: Repository, sha: string, gate: string): string | null {
  const run = stage.check(repository, sha, gate);
  return run && (run.conclusion ?? run.status);
}

describe('the commit of a merge group', () => {
  test('is judged by its own evidence and for each pull request in it, under the same names', async () => {
    const repository = await stage.repository('queue');
    const first = queue(repository, 'one');
    const second = queue(repository, 'two');
    stage.github.people.label({ repository, as: 'luis', number: first.pull.number, names: ['release'] });
    await stage.settle();
    const { headSha } = second.entry;
    // No workflow has begun: a verdict now would be the last one, and throw both out of the queue.
    expect(state(repository, headSha, 'coverage')).toBe('in_progress');
    const wake = await stage.wakeOf(`${repository.id}/group/${headSha}`);
    expect(wake).toBe(new Date(Date.parse(second.entry.enqueuedAt) + 48 * 60_000).toISOString());
    runTests(repository, headSha, 'src/one.ts', 'src/two.ts');
    await stage.settle();
    expect(state(repository, headSha, 'coverage')).toBe('success');
    expect(state(repository, headSha, 'policy')).toBe('success');
    expect(state(repository, headSha, 'readiness')).not.toBe('success');
    const { output } = stage.check(repository, headSha, 'readiness') ?? {};
    expect(`${output?.summary} ${output?.text}`).toContain(`#${first.pull.number}`);
    expect(`${output?.summary} ${output?.text}`).toContain(`#${second.pull.number}`);
    // The first group's commit holds the first pull request alone, and brought no evidence of its own.
    expect(state(repository, first.entry.headSha, 'coverage')).toBe('in_progress');
  });

  test('leaves the report of a release to the pull request’s own head', async () => {
    const repository = await stage.repository('queued-release');
    const { pull, entry } = queue(repository, 'one');
    stage.github.people.label({ repository, as: 'luis', number: pull.number, names: ['release'] });
    await stage.settle();
    const bodies = () => [...repository.comments.values()].map(({ body }) => body);
    const before = bodies();
    expect(before).toHaveLength(1);
    runTests(repository, entry.headSha, 'src/one.ts');
    await stage.settle();
    await stage.app.context.enqueue([{ key: { kind: 'group', repository: repository.id, sha: entry.headSha }, priority: 'now' }]);
    await stage.settle();
    expect(bodies()).toEqual(before);
  });

  test('cannot be evaluated when no evidence came in four fifths of the queue’s time', async () => {
    const repository = await stage.repository('late');
    const { entry } = queue(repository, 'one');
    await stage.settle();
    stage.github.advance(48 * 60_000);
    await stage.app.context.enqueue([{ key: { kind: 'group', repository: repository.id, sha: entry.headSha }, priority: 'now' }]);
    await stage.settle();
    expect(state(repository, entry.headSha, 'coverage')).toBe('action_required');
  });

  test('is judged again when a decision falls while it waits', async () => {
    const repository = await stage.repository('decided');
    const { pull, entry } = queue(repository, 'one');
    await stage.settle();
    expect(state(repository, entry.headSha, 'policy')).toBe('success');
    stage.github.people.comment({ repository, as: 'ana', number: pull.number, body: '/sprintgate hold the plant is down' });
    await stage.settle();
    expect(state(repository, entry.headSha, 'policy')).toBe('failure');
  });

  test('that is gone is left alone', async () => {
    const repository = await stage.repository('gone');
    const { pull, entry } = queue(repository, 'one');
    await stage.settle();
    stage.github.people.dequeue({ repository, as: 'luis', number: pull.number, reason: 'dequeued' });
    await stage.settle();
    const mark = stage.github.requests.mark();
    await stage.app.context.enqueue([{ key: { kind: 'group', repository: repository.id, sha: entry.headSha }, priority: 'now' }]);
    await stage.settle();
    expect(stage.github.requests.since(mark).writes).toBe(0);
  });
});
