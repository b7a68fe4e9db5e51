import { describe, expect, test } from 'vitest';
import { readMarked, wrapMarked } from '../../../src/core/markers/marker.ts';
import { committedLabel } from '../../../src/core/people/committed-label.ts';
import type { Write } from '../../../src/core/plan/write.ts';
import type { SprintSnapshot } from '../../../src/core/sprint-life/sprint-snapshot.ts';
import { decision } from '../people/people-fixtures.ts';
import { closedOn, inSprint, noonOf, play, policyWith, told, withComments, work, worldOf } from './sprint-world.ts';

const policy = policyWith('');
const moving = policyWith('{ rollover: move }');
const later = (snapshot: SprintSnapshot, now: string): SprintSnapshot => withComments({ ...snapshot, now });
const bodyOf = (writes: readonly Write[], id: string) =>
  writes.flatMap((write) => ('body' in write && readMarked(write.body)?.marker.id === id ? [write.body] : [])).at(-1) ?? '';
const numberOf = ({ issues }: SprintSnapshot, id: string) => issues.find(({ body }) => readMarked(body)?.marker.id === id)?.number ?? 0;

describe('the life of a sprint', () => {
  test('begins with a planning issue, once, and says nothing before the plan is seeded, before its start and after its end', () => {
    const first = play(worldOf(policy, { now: noonOf(policy, 0) }));
    expect(told(first.writes)).toEqual(['create-issue planning.s00']);
    expect(play(first.snapshot).writes).toEqual([]);
    expect(play(worldOf(policy, { now: noonOf(policy, 0), milestones: [] })).writes).toEqual([]);
    expect(play(worldOf(policy, { now: '2027-01-05T12:00:00Z' })).writes).toEqual([]);
  });

  test('reviews a sprint inside a block on its planning issue, and one at the end of a block on its checkpoint’s', () => {
    const inside = play(worldOf(policy, { now: noonOf(policy, 1), issues: [work(1, 1)] })).snapshot;
    const second = play(later(inside, noonOf(policy, 2)));
    const planning = numberOf(inside, 'planning.s01');
    expect(told(second.writes)).toEqual([
      'create-issue planning.s02',
      'create-issue retrospective.s01',
      `create-comment review.s01 #${planning}`,
      'update-issue planning.s01',
    ]);
    const third = play(later(second.snapshot, noonOf(policy, 3)));
    const checkpoint = numberOf(third.snapshot, 's01.checkpoint');
    expect(told(third.writes)).toContain(`create-comment review.s02 #${checkpoint}`);
  });

  test.each([
    ['closed in time', closedOn('2027-01-20T12:00:00Z'), '1 of 1 items done'],
    ['closed after the end', closedOn('2027-01-25T07:00:00Z'), '0 of 1 items done'],
    ['open', {}, '0 of 1 items done'],
  ])('counts an item that is %s', (_name, more, said) => {
    const { writes } = play(worldOf(policy, { now: noonOf(policy, 1), issues: [work(1, 0, more)] }));
    expect(bodyOf(writes, 'review.s00')).toContain(said);
  });

  test('looks back on no sprint that was over before its milestone was made', () => {
    const { milestones } = worldOf(policy, { now: noonOf(policy, 1) });
    const late = milestones.map((milestone) => ({ ...milestone, createdAt: noonOf(policy, 1) }));
    expect(told(play(worldOf(moving, { now: noonOf(moving, 1), milestones: late, issues: [work(1, 0)] })).writes)).toEqual(['create-issue planning.s01']);
  });

  test('writes nothing where all is switched off', () => {
    const off = policyWith('{ review: false, retrospective: false, planning: false, rollover: leave }');
    expect(play(worldOf(off, { now: noonOf(off, 2), issues: [work(1, 1)] })).writes).toEqual([]);
  });

  test('ends with a review and a retrospective after the last sprint, and moves nothing past it', () => {
    const { writes, snapshot } = play(worldOf(moving, { now: '2027-09-20T12:00:00Z', issues: [work(1, 16), work(2, 3)] }));
    expect(told(writes).map((line) => line.split(' #')[0])).toEqual([
      'create-issue retrospective.s16',
      'create-comment review.s16',
      expect.stringContaining('update-milestone'),
      ...Array(writes.length - 3).fill(expect.stringContaining('update-milestone')),
    ]);
    expect(snapshot.issues.find(({ number }) => number === 1)?.milestone).toBe(inSprint(16));
    expect(bodyOf(writes, 'review.s16')).toContain('This was the last sprint of the plan');
  });
});

describe('what a sprint leaves open', () => {
  const start = worldOf(moving, { now: noonOf(moving, 2), issues: [work(1, 1), work(2, 1, closedOn('2027-01-27T12:00:00Z')), work(3, 0), work(4, 5)] });

  test('is moved to the next one with a note, wherever it was left, and what stands in a later sprint is not', () => {
    const { snapshot, writes } = play(start);
    expect(snapshot.issues.filter(({ number }) => number < 10).map(({ milestone }) => milestone)).toEqual([inSprint(2), inSprint(1), inSprint(2), inSprint(5)]);
    expect(bodyOf(writes, 'rollover.s02')).toContain('2 items were still open when their sprint ended. They go on in sprint 2.');
    expect(play(snapshot).writes).toEqual([]);
  });

  test('is moved whole and once, wherever a kill cuts it off', () => {
    const whole = play(start);
    for (let writes = 0; writes < whole.writes.length; writes += 1) {
      const cut = play(start, writes);
      const rest = play(cut.snapshot);
      expect(told([...cut.writes, ...rest.writes]).toSorted()).toEqual(told(whole.writes).toSorted());
    }
  });

  test('stays where people moved it back to, until the next turn', () => {
    const { snapshot } = play(start);
    const back = { ...snapshot, issues: snapshot.issues.map((issue) => (issue.number === 1 ? { ...issue, milestone: inSprint(1) } : issue)) };
    expect(told(play(back).writes).filter((line) => line.includes('rollover'))).toEqual([]);
  });

  test('is asked about with the command that takes it on, which is the default', () => {
    const { writes, snapshot } = play(worldOf(policy, { now: noonOf(policy, 2), issues: [work(1, 1), work(3, 1)] }));
    expect(bodyOf(writes, 'review.s01')).toContain('/sprintgate commit #1 #3 to 2\n');
    expect(snapshot.issues.find(({ number }) => number === 1)?.milestone).toBe(inSprint(1));
  });

  test('goes nowhere while the next milestone is closed', () => {
    const milestones = start.milestones.map((milestone) => (milestone.number === inSprint(2) ? { ...milestone, state: 'closed' as const } : milestone));
    expect(told(play({ ...start, milestones }).writes).filter((line) => line.includes('rollover'))).toEqual([]);
  });
});

describe('a milestone', () => {
  const closings = (writes: readonly Write[]) => writes.flatMap((write) => (write.do === 'update-milestone' ? [write.key] : []));
  const signed = decision('approve', 'architecture-review', { at: '2027-01-20T12:00:00Z' });

  test.each([
    ['inside a block, over, without open items', [work(1, 1, closedOn('2027-01-27T12:00:00Z'))], [], ['s01']],
    ['inside a block, over, with an open item', [work(1, 1)], [], []],
    ['at the end of a block, its items closed, not signed', [work(1, 0, closedOn('2027-01-20T12:00:00Z')), work(9, 1)], [], []],
    ['at the end of a block, signed, its items closed', [work(1, 0, closedOn('2027-01-20T12:00:00Z')), work(9, 1)], [signed], ['s00']],
    ['at the end of a block, signed, with an open item', [work(1, 0), work(9, 1)], [signed], []],
  ])('%s', (_name, issues, decisions, expected) => {
    expect(closings(play(worldOf(policy, { now: noonOf(policy, 2), issues, decisions })).writes)).toEqual(expected);
  });

  test('that people open again stays open', () => {
    const { snapshot } = play(worldOf(policy, { now: noonOf(policy, 2), issues: [work(1, 1, closedOn('2027-01-27T12:00:00Z'))] }));
    const milestones = snapshot.milestones.map((milestone) => ({ ...milestone, state: 'open' as const }));
    expect(closings(play({ ...snapshot, milestones }).writes)).toEqual([]);
  });

  test('of the running sprint closes early only at the end of a block, with its checkpoint signed', () => {
    const done = [work(1, 0, closedOn('2027-01-12T12:00:00Z'))];
    expect(closings(play(worldOf(policy, { now: noonOf(policy, 0, 10), issues: done, decisions: [signed] })).writes)).toEqual(['s00']);
    expect(closings(play(worldOf(policy, { now: noonOf(policy, 0, 10), issues: [], decisions: [signed] })).writes)).toEqual([]);
  });
});

describe('the planning issue', () => {
  const world = worldOf(policy, { now: noonOf(policy, 4), issues: [work(1, 4), work(2, 4), work(3, 3)], backlog: [work(70, null)] });
  const commit = (snapshot: SprintSnapshot, ...numbers: number[]): SprintSnapshot => ({
    ...snapshot,
    issues: snapshot.issues.map((issue) => (numbers.includes(issue.number) ? { ...issue, milestone: inSprint(4), labels: [committedLabel('s04')] } : issue)),
  });

  test('proposes what was left, then what is planned, with the commands for it', () => {
    const body = bodyOf(play(world).writes, 'planning.s04');
    expect(body).toContain('| ● | #3 Issue 3 | left from sprint 3 |\n| ● | #1 Issue 1 | planned for this sprint |');
    expect(body).toContain('/sprintgate commit #3 #1 #2 to 4\n');
    expect(body).toContain('One open issue has no milestone:');
    expect(body).toContain('`/sprintgate move #70 to 4`');
  });

  test('marks what the measured pace lets expect', () => {
    const closed = [10, 11, 12, 13].map((number, week) => work(number, 1, closedOn(noonOf(policy, 0, 7 * week + 1))));
    const body = bodyOf(play(worldOf(policy, { now: noonOf(policy, 4), issues: [...closed, work(1, 4), work(2, 4), work(3, 4)] })).writes, 'planning.s04');
    // 4 items in 8 weeks, a sprint of two.
    expect(body).toContain('The team closed 4 items in the last 8 whole weeks. At that pace this sprint holds about 1 item: what is proposed is marked ●.');
    expect(body).toContain('| ● | #1 Issue 1 | planned for this sprint |\n| ○ | #2 Issue 2');
  });

  test('tells what came after the commit from what was left out of it', () => {
    const committed = play(commit(play(world).snapshot, 1, 3));
    const text = bodyOf(committed.writes, 'planning.s04');
    expect(text).toContain('**0 of 2 done.**');
    expect(text).toContain('Nothing was added since.');
    expect(text).toContain('### In the sprint, not committed to\n\n- #2 Issue 2');
    const added = play({ ...committed.snapshot, issues: [...committed.snapshot.issues, work(50, 4)] });
    expect(bodyOf(added.writes, 'planning.s04')).toContain(
      'after the team had committed to it:\n\n- #50 Issue 50\n\n### In the sprint, not committed to\n\n- #2 Issue 2',
    );
    expect(play(added.snapshot).writes).toEqual([]);
  });

  test('is left alone once somebody edited its text, which is said once', () => {
    const { snapshot } = play(world);
    const edited = { ...snapshot, issues: snapshot.issues.map((issue) => ({ ...issue, body: issue.body.replace('Proposed', 'Wanted') })) };
    const kept = play({ ...edited, issues: [...edited.issues, work(51, 4)] });
    expect(told(kept.writes).map((line) => line.split(' #')[0])).toEqual(['create-comment planning-kept.s04']);
    expect(play(kept.snapshot).writes).toEqual([]);
  });

  test('is not kept in step once somebody closed it, nor closed again where somebody opened it', () => {
    const { snapshot } = play(world);
    const close = {
      ...snapshot,
      issues: [...snapshot.issues.map((issue) => (issue.number >= 5_000 ? { ...issue, state: 'closed' as const } : issue)), work(51, 4)],
    };
    expect(play(close).writes).toEqual([]);
    const reopened = { ...snapshot, issues: snapshot.issues.map((issue) => ({ ...issue, stateReason: 'reopened' })) };
    expect(told(play(later(reopened, noonOf(policy, 5))).writes)).not.toContain('update-issue planning.s04');
  });

  test('of another unit is none of ours', () => {
    const other = { ...work(60, 4), body: wrapMarked('packages/a', 'planning.s04', 'x') };
    expect(told(play({ ...world, issues: [...world.issues, other] }).writes)).toContain('create-issue planning.s04');
  });
});

describe('the digest', () => {
  const daily = policyWith('{ digest: true }', 'es');

  test('is one comment, rewritten with the first look of another day and with no other', () => {
    const first = play(worldOf(daily, { now: noonOf(daily, 1), issues: [work(1, 1)] }));
    expect(told(first.writes).filter((line) => line.includes('digest'))).toHaveLength(1);
    const done = first.snapshot.issues.map((issue) => (issue.number === 1 ? { ...issue, ...closedOn(noonOf(daily, 1)) } : issue));
    expect(told(play({ ...first.snapshot, issues: done }).writes).filter((line) => line.includes('digest'))).toEqual([]);
    const next = play(later({ ...first.snapshot, issues: done }, noonOf(daily, 1, 1)));
    const place = numberOf(next.snapshot, 'planning.s01');
    expect(told(next.writes)).toContain(`update-comment digest.s01 #${place}`);
    expect(bodyOf(next.writes, 'digest.s01')).toContain('Sprint 1, día 2 de 14. 1 terminados, 0 abiertos.');
  });
});
