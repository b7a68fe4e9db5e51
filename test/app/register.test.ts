import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMarked } from '../../src/core/markers/marker.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { openSmallPull, smallConfig, type Stage, startStage } from '../support/stage.ts';

const day = 24 * 3_600_000;
// Sprint 1 from the start: the architecture review of Sprint 0 lies before every pull request. Nothing is said about the sprints that end meanwhile.
const sprints = 'sprints: { review: false, retrospective: false, planning: false, rollover: leave }\n';
const config = `${smallConfig.replace('start: 2027-01-11', 'start: 2026-12-28')}${sprints}`;
let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const marked = (repository: Repository, id: RegExp) => [...repository.issues.values()].filter(({ body }) => id.test(readMarked(body)?.marker.id ?? ''));
const register = (repository: Repository) => marked(repository, /^register$/);
const notices = (repository: Repository) => [...repository.comments.values()].filter(({ body }) => readMarked(body)?.marker.id.startsWith('expiry.'));

async function seeded(name: string) {
  const repository = await stage.repository(name, { config });
  const say = async (number: number, body: string) => {
    stage.github.people.comment({ repository, as: 'ana', number, body });
    await stage.settle();
  };
  const pull = openSmallPull(stage, { repository, branch: 'work' });
  await say(pull.number, '/sprintgate seed');
  const checkpoint = marked(repository, /^s00\.checkpoint$/)[0]?.number ?? 0;
  return { repository, pull, checkpoint, say, gate: () => stage.check(repository, pull.pull.headSha, 'checkpoint')?.conclusion };
}

describe('the register of a repository', { timeout: 60_000 }, () => {
  test('is opened once the plan is seeded, says that no gate is required, and follows each decision', async () => {
    const { repository, checkpoint, say } = await seeded('register');
    expect(register(repository)).toHaveLength(1);
    expect(register(repository)[0]).toMatchObject({ title: 'Register of attestations, waivers and exceptions', state: 'open' });
    expect(register(repository)[0]?.body).toContain('sprintgate enforce --repo acme/register');
    await say(checkpoint, '/sprintgate waive quality.bugs release:1.4.0 until 2027-02-28 mended in 1.4.1 with: the feature stays off');
    const [issue] = register(repository);
    expect(issue?.body).toContain('release `1.4.0`');
    expect(issue?.body).toContain('2027-02-28 (47 days left)');
    expect(issue?.body).toContain('Instead: the feature stays off');
    await say(checkpoint, '/sprintgate revoke quality.bugs it is mended');
    expect(register(repository)[0]?.body).toContain('revoked on 2027-01-12');
    expect(register(repository)).toHaveLength(1);
  });

  test('is not written again while nothing changed', async () => {
    const { repository, checkpoint, say } = await seeded('register-still');
    await say(checkpoint, '/sprintgate waive quality.bugs until 2027-02-28 later');
    const entries = (await stage.ledger(repository)).length;
    await stage.app.engine.sweep();
    await stage.settle();
    expect((await stage.ledger(repository)).filter(({ subject }) => subject.endsWith('/register')).length).toBeGreaterThan(0);
    expect(await stage.ledger(repository)).toHaveLength(entries);
  });

  test('is not opened where nobody decided anything and nothing is seeded', async () => {
    const repository = await stage.repository('register-none', { config });
    await stage.app.engine.sweep();
    await stage.settle();
    expect(register(repository)).toEqual([]);
  });
});

describe('what expires', { timeout: 60_000 }, () => {
  test('is told once seven days before, and its check turns red by itself on the day', async () => {
    const { repository, pull, checkpoint, say, gate } = await seeded('expiry');
    expect(gate()).toBe('failure');
    await say(checkpoint, '/sprintgate approve until 2027-01-25 with: add the ADR');
    expect(gate()).toBe('success');
    // Both wait in the database, where they outlive a restart; the sprint ends a day before the approval does.
    expect(await stage.wakeOf(`${repository.id}/pull/${pull.number}`)).toBe('2027-01-25T06:00:00.000Z');
    expect(await stage.wakeOf(`${repository.id}/register`)).toBe('2027-01-19T06:00:00.000Z');

    stage.github.advance(6 * day);
    await stage.app.engine.sweep();
    await stage.settle();
    expect(notices(repository)).toEqual([]);
    stage.github.advance(day);
    await stage.app.context.enqueue([{ key: { kind: 'register', repository: repository.id }, priority: 'now' }]);
    await stage.settle();
    expect(notices(repository)).toHaveLength(1);
    expect(notices(repository)[0]).toMatchObject({ issueNumber: checkpoint });
    expect(notices(repository)[0]?.body).toContain('ends on 2027-01-25');
    expect(notices(repository)[0]?.body).toContain('`/sprintgate approve architecture-review`');
    expect(await stage.wakeOf(`${repository.id}/register`)).toBe('2027-01-26T06:00:00.000Z');

    stage.github.advance(day);
    await stage.app.engine.sweep();
    await stage.settle();
    expect(notices(repository)).toHaveLength(1);
    expect(gate()).toBe('success');

    stage.github.advance(6 * day);
    await stage.look(repository, pull.number);
    expect(gate()).toBe('failure');
    expect(register(repository)).toHaveLength(1);
  });

  test('is found by the sweep when its hour passed while nobody was running', async () => {
    const { repository, checkpoint, say, gate } = await seeded('expiry-missed');
    await say(checkpoint, '/sprintgate approve until 2027-02-25 with: add the ADR');
    expect(gate()).toBe('success');
    const left = Date.parse('2027-02-20T18:00:00Z') - Date.parse(stage.github.now);
    stage.github.advance(left);
    await stage.app.engine.sweep();
    await stage.settle();
    expect(notices(repository)).toHaveLength(1);
    stage.github.advance(6 * day);
    await stage.app.engine.sweep();
    await stage.settle();
    expect(gate()).toBe('failure');
    expect(register(repository)[0]?.body).toContain('expired after 2027-02-25');
  });
});
