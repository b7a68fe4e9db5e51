import { describe, expect, test } from 'vitest';
import { githubContentLimits } from '../../../src/core/backlog/content-limits.ts';
import type { Policy } from '../../../src/core/policy/policy.ts';
import { createContentBudget } from '../../../src/github/seeding/content-budget.ts';
import { seedRepository, type SeedingInput, type SeedingReport } from '../../../src/github/seeding/seed-repository.ts';
import { samplePolicy } from '../../core/backlog/sample-policy.ts';
import { addIssue, bot, type FakeGitHub, fakeGitHub, problem, stateOf } from './fake-github.ts';

const policy = samplePolicy();
const total = 25;

/** A clock that only sleeping moves, and that shows how long was slept. A killed process does not wake up. */
function testClock(world: FakeGitHub) {
  const clock = {
    time: 0,
    now: () => clock.time,
    sleep: async (milliseconds: number, signal?: AbortSignal) => {
      signal?.throwIfAborted();
      if (world.dead) throw new Error('killed');
      clock.time += milliseconds;
    },
  };
  return clock;
}

function seed(world: FakeGitHub, change: Partial<SeedingInput> = {}): Promise<SeedingReport> {
  const budget = createContentBudget(null, testClock(world));
  return seedRepository(world.github, { repository: { owner: 'acme', repo: 'app' }, policy, self: { login: bot.login, id: bot.id }, budget, ...change });
}

async function seededWorld(of: Policy = policy): Promise<FakeGitHub> {
  const world = fakeGitHub();
  await seed(world, { policy: of });
  world.reads = 0;
  world.writes = 0;
  return world;
}

test('an empty repository is seeded whole', async () => {
  const world = fakeGitHub();
  expect(await seed(world)).toMatchObject({ writes: total, notices: [], skipped: [] });
  expect(world.issues).toHaveLength(8);
  expect(world.issues.filter((issue) => issue.parent !== null)).toHaveLength(4);
  expect(world.milestones.map((milestone) => milestone.due_on?.slice(0, 10))).toEqual(['2027-01-24', '2027-02-07', '2027-02-21', '2027-03-07']);
  expect(world.issues.every((issue) => issue.milestone !== null)).toBe(true);
});

describe('a second run makes no write and at most six reads', () => {
  test('in a repository of its own', async () => {
    const world = await seededWorld();
    expect(await seed(world)).toMatchObject({ writes: 0, notices: [] });
    expect([world.writes, world.reads]).toEqual([0, 3]);
  });

  test('among five thousand issues and nine hundred labels of others', async () => {
    const world = fakeGitHub();
    for (let index = 0; index < 2500; index += 1) addIssue(world, { user: { id: 1, login: 'alice', type: 'User' } });
    await seed(world);
    for (let index = 0; index < 2500; index += 1) addIssue(world, { user: { id: 1, login: 'alice', type: 'User' }, pull: index % 2 === 0 });
    for (let index = 0; index < 900; index += 1) world.labels.unshift({ name: `area/${index}`, color: 'ffffff', description: '' });
    world.reads = 0;
    world.writes = 0;
    expect(await seed(world)).toMatchObject({ writes: 0, notices: [] });
    expect(world.writes).toBe(0);
    expect(world.reads).toBeLessThanOrEqual(6);
  });

  test('with three hundred issues', async () => {
    const large = withTasks(292);
    const world = await seededWorld(large);
    expect(world.issues).toHaveLength(300);
    expect(await seed(world, { policy: large })).toMatchObject({ writes: 0, notices: [] });
    expect(world.writes).toBe(0);
    expect(world.reads).toBeLessThanOrEqual(6);
  });

  test('after an adoption', async () => {
    const world = await seededWorld();
    for (const issue of world.issues) issue.user = { id: 1, login: 'alice', type: 'User' };
    const report = await seed(world, { options: { adopt: true } });
    expect(report.notices.map((notice) => notice.code)).toEqual(Array.from({ length: 8 }, () => 'adopted'));
    world.reads = 0;
    world.writes = 0;
    expect(await seed(world)).toMatchObject({ writes: 0, notices: [] });
    expect(world.issues).toHaveLength(8);
    expect(world.reads).toBeLessThanOrEqual(6);
  });

  test('on a server that names parents only where there are some, or not at all', async () => {
    for (const parentField of ['when-linked', 'never'] as const) {
      const world = fakeGitHub();
      world.parentField = parentField;
      await seed(world);
      world.writes = 0;
      expect(await seed(world)).toMatchObject({ writes: 0, notices: [] });
      expect(world.writes).toBe(0);
    }
  });
});

describe('killed at any write', () => {
  const moments = Array.from({ length: total }, (_, index) => index + 1);

  test.each(moments)('after write %i was made, the next run ends in the same state', async (moment) => {
    const world = fakeGitHub();
    world.fault = (_request, count) => (count === moment ? 'die-after' : null);
    await expect(seed(world)).rejects.toThrow('killed');
    await revive(world);
  });

  test.each(moments)('before write %i was made, the next run ends in the same state', async (moment) => {
    const world = fakeGitHub();
    world.fault = (_request, count) => (count === moment ? 'die-before' : null);
    await expect(seed(world)).rejects.toThrow('killed');
    await revive(world);
  });

  async function revive(world: FakeGitHub): Promise<void> {
    world.dead = false;
    world.fault = () => null;
    await seed(world);
    expect(stateOf(world)).toEqual(stateOf(await seededWorld()));
    world.writes = 0;
    expect(await seed(world)).toMatchObject({ writes: 0, notices: [] });
    expect(world.writes).toBe(0);
  }
});

describe('faults of GitHub', () => {
  test.each(Array.from({ length: total }, (_, index) => index + 1))('a 502 after write %i was made: nothing is made twice', async (moment) => {
    const world = fakeGitHub();
    world.fault = once(
      (count) => count === moment,
      () => ({ after: problem(502, 'Bad Gateway') }),
    );
    await seed(world);
    expect(stateOf(world)).toEqual(stateOf(await seededWorld()));
  });

  test('a 502 before a write was made: it is made after all', async () => {
    const world = fakeGitHub();
    world.fault = once(
      (count) => count === 15,
      () => ({ before: problem(502, 'Bad Gateway') }),
    );
    await seed(world);
    expect(stateOf(world)).toEqual(stateOf(await seededWorld()));
  });

  test('a gateway that never works ends with an error, not with a loop', async () => {
    const world = fakeGitHub();
    world.fault = () => ({ before: problem(503, 'Unavailable') });
    await expect(seed(world)).rejects.toMatchObject({ name: 'SeedingInterrupted', kind: 'ambiguous' });
  });

  test.each([
    ['retry-after', problem(403, 'You have exceeded a secondary rate limit', { 'retry-after': '42' }), 42_000],
    ['429 with retry-after', problem(429, 'Too many requests', { 'retry-after': '7' }), 7000],
    ['the reset of the primary limit', problem(403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '90' }), 91_000],
    ['a minute where no header says how long', problem(403, 'You have exceeded a secondary rate limit'), 60_000],
    ['a minute after "submitted too quickly"', problem(422, 'Validation Failed: was submitted too quickly'), 60_000],
  ])('waits for %s and goes on', async (_name, response, wait) => {
    const world = fakeGitHub();
    const clock = testClock(world);
    world.fault = once(
      (count) => count === 14,
      () => ({ before: response }),
    );
    await seed(world, { budget: createContentBudget(null, clock) });
    expect(clock.time).toBe(wait);
    expect(stateOf(world)).toEqual(stateOf(await seededWorld()));
  });

  test.each([
    [403, 'Resource not accessible by integration', 'may write issues'],
    [410, 'Issues are disabled for this repo', 'switch them on'],
    [422, 'Validation Failed', 'create-issue s01.block'],
  ])('a %i without a limit ends at once and says what to do', async (status, message, advice) => {
    const world = fakeGitHub();
    world.fault = ({ path }) => (path === '/issues' ? { before: problem(status, message) } : null);
    await expect(seed(world)).rejects.toMatchObject({ kind: 'refused', message: expect.stringContaining(advice) });
  });

  test('labels and milestone dropped without a word end it after the first issue', async () => {
    const world = fakeGitHub();
    world.fault = ({ path, body }) => {
      if (path === '/issues') Object.assign(body, { labels: [], milestone: null });
      return null;
    };
    await expect(seed(world)).rejects.toThrow('needs write access to issues of acme/app');
    expect(world.issues).toHaveLength(1);
  });

  test('a link that is refused is told, and the rest goes on', async () => {
    const world = fakeGitHub();
    world.fault = once(
      (count) => count === 22,
      () => ({ before: problem(422, 'Issue may only have one parent') }),
    );
    const report = await seed(world);
    expect(report.skipped).toHaveLength(1);
    expect(report.writes).toBe(total - 1);
  });

  test('a server without sub-issues is asked once; the issues stand alone', async () => {
    const world = fakeGitHub();
    world.hasSubIssues = false;
    world.parentField = 'never';
    expect((await seed(world)).skipped).toHaveLength(4);
    world.writes = 0;
    expect((await seed(world)).notices.map((notice) => notice.code)).toEqual(['no-sub-issues']);
    expect(world.writes).toBe(0);
  });

  test('a list that lags behind what was just created makes no duplicate', async () => {
    const world = fakeGitHub();
    let hidden = 0;
    world.fault = once(
      (count) => count === 16,
      () => {
        hidden = 2;
        return { before: problem(502, 'Bad Gateway') };
      },
    );
    const issues = world.issues;
    const lagging = new Proxy(issues, { get: (target, key) => (key === 'filter' && hidden > 0 && hidden-- > 0 ? () => [] : Reflect.get(target, key, target)) });
    Object.assign(world, { issues: lagging });
    await seed(world);
    expect(issues).toHaveLength(8);
  });
});

test('what people changed survives a run', async () => {
  const world = await seededWorld();
  const issue = world.issues.find(({ body }) => body.includes('id=s01.task '));
  if (!issue) throw new Error('not seeded');
  Object.assign(issue, { title: 'Mine', state: 'closed', labels: ['bug'], milestone: 1, body: `Note\n\n${issue.body.replace('- [ ] First', '- [x] First')}` });
  const before = stateOf(world);
  expect(await seed(world)).toMatchObject({ writes: 0, notices: [] });
  expect(stateOf(world)).toEqual(before);
});

test('an issue of an owner named in the config is ours', async () => {
  const world = await seededWorld();
  for (const issue of world.issues) issue.user = { id: 1, login: 'github-actions[bot]', type: 'Bot' };
  expect(await seed(world, { policy: samplePolicy({ seed: { owners: ['github-actions[bot]'] } }) })).toMatchObject({ writes: 0 });
  expect(world.issues).toHaveLength(8);
});

describe('the budget', () => {
  test('keeps issues three seconds apart, and the estimate says so beforehand', async () => {
    const world = fakeGitHub();
    const clock = testClock(world);
    let estimate = 0;
    const etas: (number | null)[] = [];
    await seed(world, {
      budget: createContentBudget(githubContentLimits, clock),
      onPlan: (_plan, { seconds }) => {
        estimate ||= seconds;
      },
      onProgress: ({ done, total: of, etaSeconds }) => void (etas.push(etaSeconds), expect([of, done]).toEqual([total, etas.length])),
    });
    expect(clock.time / 1000).toBe(estimate);
    expect(estimate).toBe(8 * 3 + 16);
    expect(etas[0]).toBe(estimate);
    expect(etas.at(-1)).toBe(0);
  });

  test('never lets more than 80 a minute or 480 an hour through', async () => {
    const world = fakeGitHub();
    const clock = testClock(world);
    const budget = createContentBudget({ ...githubContentLimits, spacing: 0, quietSpacing: 0 }, clock);
    const times: number[] = [];
    for (let index = 0; index < 1200; index += 1) {
      await budget.take(true);
      times.push(clock.now());
    }
    const within = (window: number) => Math.max(...times.map((start) => times.filter((time) => time >= start && time < start + window).length));
    expect([within(60_000), within(3_600_000)]).toEqual([80, 480]);
  });

  test('a signal stops it between two writes, and the next run goes on', async () => {
    const world = fakeGitHub();
    const stop = new AbortController();
    const stopped = seed(world, { signal: stop.signal, onProgress: ({ done }) => done === 10 && stop.abort() });
    await expect(stopped).rejects.toMatchObject({ kind: 'aborted', result: { done: 10 } });
    await seed(world);
    expect(stateOf(world)).toEqual(stateOf(await seededWorld()));
  });
});

function withTasks(count: number): Policy {
  const more = Array.from({ length: count }, (_, index) => ({
    id: `extra.${index}`,
    kind: 'task' as const,
    block: index % 4 === 0 ? 's00' : 's01',
    criteria: [],
    facts: {},
    source: 'method' as const,
  }));
  return { ...policy, playbook: { ...policy.playbook, items: [...policy.playbook.items, ...more] } };
}

function once<T>(when: (count: number) => boolean, give: () => T): (request: unknown, count: number) => T | null {
  let given = false;
  return (_request, count) => {
    if (given || !when(count)) return null;
    given = true;
    return give();
  };
}
