import { describe, expect, test } from 'vitest';
import { planSeeding } from '../../../src/core/backlog/plan-seeding.ts';
import type { SeedIssue, SeedMilestone, SeedSnapshot } from '../../../src/core/backlog/seed-snapshot.ts';
import type { Write } from '../../../src/core/plan/write.ts';
import type { Policy } from '../../../src/core/policy/policy.ts';
import { applyToSnapshot } from './apply-to-snapshot.ts';
import { samplePolicy } from './sample-policy.ts';

const policy = samplePolicy();
const bot = { id: 7, login: 'sprintgate[bot]' };
const empty: SeedSnapshot = { labels: [], milestones: [], issues: [], accepted: [bot], subIssues: true };
const seeded = (of: Policy = policy): SeedSnapshot => applyToSnapshot(empty, planSeeding(of, empty).writes);
const kinds = (writes: readonly Write[]): string[] => [...new Set(writes.map((write) => write.do))];
const codes = (snapshot: SeedSnapshot, of: Policy = policy): string[] => planSeeding(of, snapshot).notices.map((notice) => `${notice.code} ${notice.key}`);

test('an empty repository gets labels, milestones, issues with parents first, and links, in this order', () => {
  const { writes, notices } = planSeeding(policy, empty);
  expect(kinds(writes)).toEqual(['create-label', 'create-milestone', 'create-issue', 'add-sub-issue']);
  expect(writes.filter((write) => write.do === 'create-milestone')).toHaveLength(4);
  expect(writes.filter((write) => write.do === 'create-issue')).toHaveLength(8);
  expect(writes.filter((write) => write.do === 'add-sub-issue')).toHaveLength(4);
  expect(notices).toEqual([]);
});

test('what is seeded needs no write and gives no notice', () => {
  expect(planSeeding(policy, seeded())).toEqual({ writes: [], notices: [] });
});

test.each(Array.from({ length: 32 }, (_, done) => [done]))('continues after %i writes and ends in the same state', (done) => {
  const first = applyToSnapshot(empty, planSeeding(policy, empty).writes.slice(0, done));
  const second = applyToSnapshot(first, planSeeding(policy, first).writes);
  expect(second).toEqual(seeded());
});

describe('what people changed stays', () => {
  test.each<[string, (issue: SeedIssue) => SeedIssue, string[]]>([
    ['a title', (issue) => ({ ...issue, title: 'Mine' }), []],
    ['its labels', (issue) => ({ ...issue, labels: ['bug'] }), []],
    ['closed', (issue) => ({ ...issue, state: 'closed' }), []],
    ['its milestone', (issue) => ({ ...issue, milestone: 1 }), ['moved s01.task']],
    ['taken out of its milestone', (issue) => ({ ...issue, milestone: null }), ['moved s01.task']],
    ['closed and moved', (issue) => ({ ...issue, milestone: 1, state: 'closed' }), []],
    ['put under another parent', (issue) => ({ ...issue, parent: 99, hasParent: true }), []],
    ['put under a parent elsewhere', (issue) => ({ ...issue, parent: null, hasParent: true }), []],
    ['boxes ticked', (issue) => ({ ...issue, body: issue.body.replace('- [ ] First', '- [x] First') }), []],
    ['text around ours', (issue) => ({ ...issue, body: `Before\n\n${issue.body}\n\nAfter` }), []],
    ['saved in a browser', (issue) => ({ ...issue, body: issue.body.replaceAll('\n', '\r\n') }), []],
    ['our text', (issue) => ({ ...issue, body: issue.body.replace('Second box', 'Other box') }), ['body-edited s01.task']],
  ])('%s', (_name, change, notices) => {
    const snapshot = changeIssue(seeded(), 's01.task', change);
    expect(planSeeding(policy, snapshot).writes).toEqual([]);
    expect(codes(snapshot)).toEqual(notices);
  });

  test('a link that a person removed, while the newest one that we made still stands', () => {
    const snapshot = changeIssue(seeded(), 's01.task', (issue) => ({ ...issue, parent: null, hasParent: false }));
    expect(planSeeding(policy, snapshot).writes).toEqual([]);
    expect(codes(snapshot)).toEqual(['unlinked s01.task']);
  });
});

describe('our text is brought up to date', () => {
  const changed: Policy = {
    ...policy,
    text: { ...policy.text, items: { ...policy.text.items, 's01.task': { title: 'New', done: ['First box', 'Third box'] } } },
  };
  const update = (snapshot: SeedSnapshot) => planSeeding(changed, snapshot).writes;

  test('between the markers only, ticks kept, title left alone', () => {
    const snapshot = changeIssue(seeded(), 's01.task', (issue) => ({
      ...issue,
      body: `Before\n\n${issue.body.replace('- [ ] First', '- [x] First')}\n\nAfter`,
    }));
    const [write, ...rest] = update(snapshot);
    expect(rest).toEqual([]);
    expect(write).toMatchObject({ do: 'update-issue', key: 's01.task' });
    const body = write?.do === 'update-issue' ? (write.body ?? '') : '';
    expect(body).toMatch(/^Before\n\n<!-- sprintgate:1 [\s\S]*- \[x\] First box\n- \[ \] Third box[\s\S]*<!-- \/sprintgate -->\n\nAfter$/);
    expect(planSeeding(changed, applyToSnapshot(snapshot, update(snapshot)))).toEqual({ writes: [], notices: [] });
  });

  test('but not where it would no longer fit beside what people wrote', () => {
    const snapshot = changeIssue(seeded(), 's01.task', (issue) => ({ ...issue, body: `${'ñ'.repeat(32_400)}\n\n${issue.body}` }));
    expect(update(snapshot)).toEqual([]);
    expect(codes(snapshot, changed)).toEqual(['body-too-long s01.task']);
  });

  test('but not where a person edited it', () => {
    const snapshot = changeIssue(seeded(), 's01.task', (issue) => ({ ...issue, body: issue.body.replace('Second box', 'Other box') }));
    expect(update(snapshot)).toEqual([]);
  });
});

describe('identity', () => {
  const copy = (author: SeedIssue['author']): SeedSnapshot => {
    const base = seeded();
    const original = base.issues.find((issue) => issue.body.includes('id=s01.task '));
    if (!original) throw new Error('not seeded');
    return { ...base, issues: [...base.issues, { ...original, id: 9000, number: 900, author, hasParent: false, parent: null }] };
  };

  test('of two issues with one marker the oldest is kept, and the other reported', () => {
    const snapshot = copy({ ...bot, type: 'Bot' });
    expect(planSeeding(policy, snapshot).writes).toEqual([]);
    expect(codes(snapshot)).toEqual(['duplicate s01.task']);
  });

  test('an issue of somebody else with our marker is not ours', () => {
    const snapshot = copy({ id: 66, login: 'mallory', type: 'User' });
    const alone = { ...snapshot, issues: snapshot.issues.filter((issue) => issue.number === 900) };
    expect(planSeeding(policy, alone).writes.filter((write) => write.do === 'create-issue')).toHaveLength(8);
    expect(codes(alone)).toEqual(['foreign s01.task']);
  });

  test('a login that was renamed and taken by somebody else does not count where the id is known', () => {
    const snapshot = seeded();
    const stolen = { ...snapshot, issues: snapshot.issues.map((issue) => ({ ...issue, author: { ...issue.author, id: 8 } })) };
    expect(codes(stolen)).toContain('foreign s01.task');
  });

  test('an issue with our title but without our marker is a stranger', () => {
    const snapshot = changeIssue(seeded(), 's01.task', (issue) => ({ ...issue, body: 'mine' }));
    expect(planSeeding(policy, snapshot).writes.map((write) => write.do)).toEqual(['create-issue', 'add-sub-issue']);
  });

  test('an issue of another unit is a stranger', () => {
    const writes = planSeeding({ ...policy, unit: 'apps/web' }, seeded()).writes;
    expect(writes.filter((write) => write.do === 'create-issue')).toHaveLength(8);
  });
});

describe('adoption', () => {
  const byAlice = (): SeedSnapshot => {
    const base = seeded();
    return { ...base, issues: base.issues.map((issue) => ({ ...issue, author: { id: 1, login: 'alice', type: 'User' as const } })) };
  };

  test('takes over marked issues of another author by a label, shows what, and creates nothing twice', () => {
    const { writes, notices } = planSeeding(policy, byAlice(), { adopt: true });
    expect(kinds(writes)).toEqual(['create-label', 'update-issue']);
    expect(notices.map((notice) => notice.code)).toEqual(Array.from({ length: 8 }, () => 'adopted'));
    expect(planSeeding(policy, applyToSnapshot(byAlice(), writes)).writes).toEqual([]);
  });

  test('an owner named in the config needs no adoption', () => {
    expect(planSeeding(policy, { ...byAlice(), accepted: [bot, { login: 'Alice', id: null }] })).toEqual({ writes: [], notices: [] });
  });
});

describe('milestones', () => {
  const later: Policy = { ...policy, schedule: { ...policy.schedule, start: '2027-01-18' } };
  const change = (snapshot: SeedSnapshot, title: string, by: Partial<SeedMilestone>): SeedSnapshot => ({
    ...snapshot,
    milestones: snapshot.milestones.map((milestone) => (milestone.title.startsWith(title) ? { ...milestone, ...by } : milestone)),
  });

  test('follow a new schedule', () => {
    const { writes, notices } = planSeeding(later, seeded());
    expect(writes.map((write) => [write.do, write.do === 'update-milestone' && write.dueOn])).toEqual([
      ['update-milestone', '2027-01-31'],
      ['update-milestone', '2027-02-14'],
      ['update-milestone', '2027-02-28'],
      ['update-milestone', '2027-03-14'],
    ]);
    expect(notices).toEqual([]);
    expect(planSeeding(later, applyToSnapshot(seeded(), writes))).toEqual({ writes: [], notices: [] });
  });

  test('a due date that a person changed stays, and the difference is told', () => {
    const moved = change(seeded(), 'Sprint 1', { dueOn: '2027-02-10' });
    expect(planSeeding(policy, moved).writes).toEqual([]);
    expect(codes(moved)).toEqual(['milestone-date s01']);
    const replanned = planSeeding(later, moved).writes.find((write) => write.do === 'update-milestone' && write.key === 's01');
    expect(replanned).not.toHaveProperty('dueOn');
  });

  test('an edited description stays, and so does its date', () => {
    const edited = change(seeded(), 'Sprint 1', { description: seeded().milestones[1]?.description.replace('Planned', 'Agreed') ?? '' });
    expect(planSeeding(later, edited).writes.some((write) => write.do === 'update-milestone' && write.key === 's01')).toBe(false);
    expect(codes(edited)).toEqual(['milestone-edited s01']);
  });

  test('a renamed or closed one is found by its marker', () => {
    expect(planSeeding(policy, change(seeded(), 'Sprint 1', { title: 'Mine', state: 'closed' }))).toEqual({ writes: [], notices: [] });
  });

  test('one of equal name is adopted once: its text stays in front of ours, its date stays', () => {
    const there: SeedMilestone = { number: 40, title: 'sprint 0 · setup', description: 'Ours since 2026', state: 'open', dueOn: '2027-01-20', author: null };
    const snapshot = { ...empty, milestones: [there] };
    const { writes, notices } = planSeeding(policy, snapshot);
    const write = writes.find((one) => one.do === 'update-milestone');
    expect(write).toMatchObject({ number: 40, description: expect.stringMatching(/^Ours since 2026\n\n<!-- sprintgate:1 unit=\. id=s00 /) });
    expect(write).not.toHaveProperty('dueOn');
    expect(writes.filter((one) => one.do === 'create-milestone')).toHaveLength(3);
    expect(notices.map((notice) => notice.code)).toEqual(['milestone-adopted', 'milestone-date']);
    expect(planSeeding(policy, applyToSnapshot(snapshot, writes)).writes).toEqual([]);
  });
});

test('a milestone of equal name that we made under another key is taken over, not asked for twice', () => {
  const renamed = {
    ...seeded(),
    milestones: seeded().milestones.map((milestone) => ({ ...milestone, description: milestone.description.replace('id=s01 ', 'id=old ') })),
  };
  const { writes } = planSeeding(policy, renamed);
  expect(writes.map((write) => write.do)).toEqual(['update-milestone']);
  expect(planSeeding(policy, applyToSnapshot(renamed, writes))).toEqual({ writes: [], notices: [] });
});

test('a label of equal name is used as it is, in any case, with a notice', () => {
  const snapshot = { ...empty, labels: [{ name: 'Sprintgate', color: 'ffffff', description: 'mine' }] };
  const { writes, notices } = planSeeding(policy, snapshot);
  expect(writes.some((write) => write.do === 'create-label' && write.name === 'sprintgate')).toBe(false);
  expect(notices).toEqual([{ code: 'label-adopted', key: 'sprintgate', text: 'The label “Sprintgate” was there already: it is used as it is.' }]);
});

describe('an item that left the playbook', () => {
  const less: Policy = { ...policy, playbook: { ...policy.playbook, items: policy.playbook.items.filter((item) => item.id !== 'risk.scope') } };

  test('is reported and stays open', () => {
    expect(planSeeding(less, seeded()).writes).toEqual([]);
    expect(codes(seeded(), less)).toEqual(['left-playbook risk.scope']);
  });

  test('is closed on request, once', () => {
    const { writes } = planSeeding(less, seeded(), { closeLeft: true });
    expect(writes).toMatchObject([{ do: 'update-issue', key: 'risk.scope', state: 'closed' }]);
    expect(planSeeding(less, applyToSnapshot(seeded(), writes), { closeLeft: true })).toEqual({ writes: [], notices: [] });
  });
});

test('an item that is new gets its issue and its link', () => {
  const { writes } = planSeeding(samplePolicy({ regulations: ['CNBV'] }), seeded());
  expect(writes.map((write) => write.do)).toEqual(['create-label', 'create-issue', 'add-sub-issue']);
});

test('without sub-issues the issues stand alone, and it is said', () => {
  const { writes, notices } = planSeeding(policy, { ...empty, subIssues: false });
  expect(kinds(writes)).not.toContain('add-sub-issue');
  expect(notices.map((notice) => notice.code)).toEqual(['no-sub-issues']);
});

function changeIssue(snapshot: SeedSnapshot, id: string, change: (issue: SeedIssue) => SeedIssue): SeedSnapshot {
  return { ...snapshot, issues: snapshot.issues.map((issue) => (issue.body.includes(` id=${id} `) ? change(issue) : issue)) };
}
