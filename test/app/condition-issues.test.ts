import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMarked } from '../../src/core/markers/marker.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { openSmallPull, smallConfig, type Stage, startStage } from '../support/stage.ts';

const day = 24 * 3_600_000;
// In Sprint 3 the checkpoints of Sprint 0 and of Sprints 1-2 lie before a pull request; the second is adopted.
const config = smallConfig.replace('start: 2027-01-11', 'start: 2026-12-28');
let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const issueWith = (repository: Repository, id: RegExp) => [...repository.issues.values()].find(({ body }) => id.test(readMarked(body)?.marker.id ?? ''));

test('conditions become issues once, their closing keeps the approval, and one that is left open takes it back on its day', { timeout: 60_000 }, async () => {
  const repository = await stage.repository('conditions', { config });
  const say = async (number: number, body: string) => {
    stage.github.people.comment({ repository, as: 'ana', number, body });
    await stage.settle();
  };
  const pull = openSmallPull(stage, { repository, branch: 'work' });
  const checkpoint = () => {
    const run = stage.check(repository, pull.pull.headSha, 'checkpoint');
    return { conclusion: run?.conclusion, says: `${run?.output.title} ${run?.output.summary} ${run?.output.text}` };
  };
  await say(pull.number, '/sprintgate seed');
  const sprint0 = issueWith(repository, /^s00\.checkpoint$/)?.number ?? 0;
  expect(checkpoint().conclusion).toBe('failure');
  // The second issue is created, and nobody gets the answer.
  stage.github.faults.add({ kind: 'lose-answer', where: 'issues/create', method: 'POST', skip: 1 });
  await say(sprint0, '/sprintgate approve until 2027-01-20 with: add the ADR; ask @acme/legal');
  await stage.app.context.enqueue([{ key: { kind: 'issue', repository: repository.id, number: sprint0 }, priority: 'now' }]);
  await stage.settle();
  expect(stage.github.faults.pending).toEqual([]);
  expect(checkpoint().conclusion).toBe('success');
  const [first, second] = [issueWith(repository, /^condition\..*\.1$/), issueWith(repository, /^condition\..*\.2$/)];
  if (!first || !second) throw new Error('no condition issues');
  expect(first.title).toBe('Architecture review, condition: add the ADR');
  expect(second.body).toContain(`#${sprint0}`);
  expect(second.body).not.toMatch(/(^|\s)@acme/);
  expect(checkpoint().says).toContain(`#${first.number}`);
  expect(checkpoint().says).toContain('Conditions are still to be met for `architecture-review`.');

  stage.github.people.close({ repository, as: 'luis', number: first.number, reason: 'completed' });
  stage.github.people.close({ repository, as: 'luis', number: second.number, reason: 'not_planned' });
  await stage.settle();
  expect(checkpoint().conclusion).toBe('success');
  expect(await stage.wakeOf(`${repository.id}/pull/${pull.number}`)).toBe('2027-01-21T06:00:00.000Z');

  stage.github.advance(10 * day);
  await stage.look(repository, pull.number);
  expect(checkpoint().conclusion).toBe('failure');
  expect(checkpoint().says).toContain(`#${second.number}`);
  expect(checkpoint().says).not.toContain('add the ADR');

  await say(sprint0, '/sprintgate approve');
  expect(checkpoint().conclusion).toBe('success');
  expect([...repository.issues.values()].filter(({ body }) => readMarked(body)?.marker.id.startsWith('condition.'))).toHaveLength(2);
});
