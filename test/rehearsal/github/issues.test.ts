import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, startAcme } from './acme.ts';
import type { Acme } from './acme.ts';
import { refused } from './refused.ts';

let acme: Acme;

beforeEach(async () => {
  acme = await startAcme();
});

afterEach(async () => {
  await acme.github.close();
});

describe('issues (§6)', () => {
  test('labels, milestone and assignees are dropped in silence without push access', async () => {
    await acme.bot.rest.issues.createMilestone({ ...at, title: 'Sprint 0' });
    const asked = { ...at, title: 'A wish', labels: ['bug'], milestone: 1, assignees: ['ana'] };
    const byReader = await acme.as('eva').rest.issues.create(asked);
    expect([byReader.status, byReader.data.labels, byReader.data.milestone, byReader.data.assignees]).toEqual([201, [], null, []]);
    const byWriter = await acme.as('luis').rest.issues.create(asked);
    expect([byWriter.data.labels.length, byWriter.data.milestone?.number, byWriter.data.assignees?.length]).toEqual([1, 1, 1]);
    acme.github.assertClean();
  });

  test('lists hold pull requests too, known by their pull_request key', async () => {
    acme.github.people.openIssue({ repository: 'acme/shop', as: 'ana', title: 'An issue' });
    acme.github.people.commit({ repository: 'acme/shop', as: 'luis', branch: 'feature', files: { 'a.ts': '1' } });
    acme.github.people.openPull({ repository: 'acme/shop', as: 'luis', head: 'feature' });
    const { data } = await acme.bot.rest.issues.listForRepo(at);
    expect(data.map((issue) => [issue.number, issue.pull_request !== undefined])).toEqual([
      [2, true],
      [1, false],
    ]);
  });

  test('lists are paged by Link headers, with at most 100 a page whatever was asked', async () => {
    for (let index = 0; index < 120; index += 1) acme.github.people.openIssue({ repository: 'acme/shop', as: 'ana', title: `Issue ${index}` });
    const first = await acme.bot.rest.issues.listForRepo({ ...at, per_page: 500 });
    expect(first.data).toHaveLength(100);
    expect(first.headers.link).toContain('rel="next"');
    expect(await acme.bot.paginate(acme.bot.rest.issues.listForRepo, { ...at, per_page: 50 })).toHaveLength(120);
  });

  test.each([
    ['creator', { creator: 'luis' }, [2]],
    ['labels', { labels: 'bug' }, [3]],
    ['milestone', { milestone: '1' }, [1]],
    ['no milestone', { milestone: 'none' }, [3, 2]],
    ['since', { since: '2027-01-11T16:00:00Z' }, [3]],
    ['state', { state: 'closed' as const }, [4]],
  ])('a list can be narrowed by %s', async (_name, filter, numbers) => {
    const { people } = acme.github;
    const repository = 'acme/shop';
    people.createMilestone({ repository, as: 'ana', title: 'Sprint 0' });
    people.openIssue({ repository, as: 'ana', title: 'One', milestone: 1 });
    people.openIssue({ repository, as: 'luis', title: 'Two' });
    acme.github.advance(3_600_000);
    people.openIssue({ repository, as: 'ana', title: 'Three', labels: ['bug'] });
    people.openIssue({ repository, as: 'ana', title: 'Four' });
    people.close({ repository, as: 'ana', number: 4 });
    expect((await acme.bot.rest.issues.listForRepo({ ...at, ...filter })).data.map((issue) => issue.number)).toEqual(numbers);
  });

  test('a repository without issues answers 410', async () => {
    acme.github.people.createRepository({ owner: 'acme', name: 'quiet', hasIssues: false, files: { a: '1' } });
    expect((await refused(acme.bot.rest.issues.create({ owner: 'acme', repo: 'quiet', title: 'x' }))).status).toBe(410);
  });

  test('a reason is ignored when the state stays as it is', async () => {
    acme.github.people.openIssue({ repository: 'acme/shop', as: 'ana', title: 'One' });
    const { data } = await acme.bot.rest.issues.update({ ...at, issue_number: 1, state: 'open', state_reason: 'not_planned' });
    expect(data.state_reason).toBeNull();
  });

  test('labels given in an update replace the whole set', async () => {
    acme.github.people.openIssue({ repository: 'acme/shop', as: 'ana', title: 'One', labels: ['a', 'b'] });
    const { data } = await acme.bot.rest.issues.update({ ...at, issue_number: 1, labels: ['c'] });
    expect(data.labels.map((label) => (typeof label === 'string' ? label : label.name))).toEqual(['c']);
  });
});

describe('milestones (§6)', () => {
  test.each([
    ['midday UTC in winter', '2027-01-22T12:00:00Z', '2027-01-22T08:00:00Z'],
    ['midday UTC in summer', '2027-07-02T12:00:00Z', '2027-07-02T07:00:00Z'],
    ['a time before Pacific midnight lands on the day before', '2020-09-24T06:59:00Z', '2020-09-23T07:00:00Z'],
  ])('a due date is kept at midnight US Pacific: %s', async (_name, sent, stored) => {
    expect((await acme.bot.rest.issues.createMilestone({ ...at, title: 'Sprint', due_on: sent })).data.due_on).toBe(stored);
  });

  test('a title can be used once: 422 already_exists', async () => {
    await acme.bot.rest.issues.createMilestone({ ...at, title: 'Sprint 0' });
    const refusal = await refused(acme.bot.rest.issues.createMilestone({ ...at, title: 'Sprint 0' }));
    expect(refusal.status).toBe(422);
    expect(refusal.message).toContain('already_exists');
  });

  test('a milestone counts its open and closed issues', async () => {
    await acme.bot.rest.issues.createMilestone({ ...at, title: 'Sprint 0' });
    for (const title of ['One', 'Two', 'Three']) await acme.bot.rest.issues.create({ ...at, title, milestone: 1 });
    await acme.bot.rest.issues.update({ ...at, issue_number: 1, state: 'closed' });
    const { data } = await acme.bot.rest.issues.getMilestone({ ...at, milestone_number: 1 });
    expect([data.open_issues, data.closed_issues]).toEqual([2, 1]);
  });
});

describe('labels (§6)', () => {
  test('a name can be used once, whatever its capitals', async () => {
    await acme.bot.rest.issues.createLabel({ ...at, name: 'Bug', color: 'ff0000' });
    expect((await refused(acme.bot.rest.issues.createLabel({ ...at, name: 'bug', color: 'ff0000' }))).message).toContain('already_exists');
  });

  test('a description has at most 100 characters, a colour no hash sign', async () => {
    expect((await refused(acme.bot.rest.issues.createLabel({ ...at, name: 'a', color: 'ff0000', description: 'x'.repeat(101) }))).status).toBe(422);
    expect((await refused(acme.bot.rest.issues.createLabel({ ...at, name: 'b', color: '#ff0000' }))).status).toBe(422);
  });
});

describe('sub-issues (§6)', () => {
  function open(count: number): { id: number; number: number }[] {
    return Array.from({ length: count }, (_, index) => acme.github.people.openIssue({ repository: 'acme/shop', as: 'ana', title: `Issue ${index}` }));
  }

  const add = (issue_number: number, sub_issue_id: number) => acme.bot.rest.issues.addSubIssue({ ...at, issue_number, sub_issue_id });

  test('are named by database id, not by number', async () => {
    const [parent, child] = open(2);
    expect((await refused(add(parent?.number ?? 0, child?.number ?? 0))).status).toBe(404);
    expect((await add(parent?.number ?? 0, child?.id ?? 0)).status).toBe(201);
    expect((await acme.bot.rest.issues.get({ ...at, issue_number: 2 })).data.parent_issue_url).toBe(`${acme.github.url}/repos/acme/shop/issues/1`);
    expect((await acme.bot.rest.issues.get({ ...at, issue_number: 1 })).data.sub_issues_summary).toEqual({ total: 1, completed: 0, percent_completed: 0 });
    expect((await acme.bot.rest.issues.getParent({ ...at, issue_number: 2 })).data.number).toBe(1);
    acme.github.assertClean();
  });

  test('have one parent, unless it is replaced', async () => {
    const [first, second, child] = open(3);
    await add(first?.number ?? 0, child?.id ?? 0);
    expect((await refused(add(second?.number ?? 0, child?.id ?? 0))).status).toBe(422);
    await acme.bot.rest.issues.addSubIssue({ ...at, issue_number: 2, sub_issue_id: child?.id ?? 0, replace_parent: true });
    expect((await acme.bot.rest.issues.listSubIssues({ ...at, issue_number: 1 })).data).toEqual([]);
  });

  test('are at most 100 to a parent', async () => {
    const [parent, ...children] = open(102);
    for (const child of children.slice(0, 100))
      acme.github.people.addSubIssue({ repository: 'acme/shop', as: 'ana', number: parent?.number ?? 0, child: child.number });
    expect((await refused(add(parent?.number ?? 0, children[100]?.id ?? 0))).message).toContain('100');
  });

  test('are at most 8 levels deep', async () => {
    const chain = open(9);
    for (let level = 0; level < 7; level += 1) await add(chain[level]?.number ?? 0, chain[level + 1]?.id ?? 0);
    expect((await refused(add(chain[7]?.number ?? 0, chain[8]?.id ?? 0))).message).toContain('8 levels');
  });

  test('send two events for one link', async () => {
    const [parent, child] = open(2);
    await add(parent?.number ?? 0, child?.id ?? 0);
    expect(acme.github.webhooks.ofEvent('sub_issues').map((delivery) => delivery.action)).toEqual(['parent_issue_added', 'sub_issue_added']);
  });
});
