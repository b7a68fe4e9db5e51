import { describe, expect, test } from 'vitest';
import { evaluateCheckpoint } from '../../../../src/core/gates/checkpoint/evaluate-checkpoint.ts';
import { judgeCheckpoint } from '../../../../src/core/gates/checkpoint/judge-checkpoint.ts';
import { pullSprint } from '../../../../src/core/gates/checkpoint/pull-sprint.ts';
import type { PullFacts } from '../../../../src/core/snapshot/facts.ts';
import type { PullSnapshot } from '../../../../src/core/snapshot/pull-snapshot.ts';
import { authorities, decision, issue, milestone, policyOf, team, user } from '../../people/people-fixtures.ts';
import { at, inSprint, milestones, pullOf, snapshotOf } from './checkpoint-world.ts';

const policy = policyOf();
const item = (sprint: number): string => policy.playbook.items.find(({ sprint: own }) => own === sprint)?.id ?? '';

describe('the sprint of a pull request', () => {
  const open3 = issue(40, item(3), { milestone: at('s03') });
  const open1 = issue(41, item(1), { milestone: at('s01') });
  const closed1 = issue(42, item(1), { milestone: at('s01'), state: 'closed' });
  const movedBack = issue(43, item(3), { milestone: at('s01') });
  const movedOn = issue(44, item(1), { milestone: at('s05') });
  const seeded = [open3, open1, closed1, movedBack, movedOn];
  const foreign = { ...milestone(99, 's05'), description: 'Sprint 5, says its title' };
  test.each([
    ['by its milestone', pullOf({ milestone: 's03' }), 1, 3, 'milestone'],
    ['by its milestone before the issues that it closes', pullOf({ milestone: 's02', closes: [open3] }), 1, 2, 'milestone'],
    ['by the latest issue that it closes', pullOf({ closes: [open1, open3] }), 1, 3, 'issue'],
    ['by an issue of others in our milestone', pullOf({ closes: [issue(50, null, { milestone: at('s05') })] }), 1, 5, 'issue'],
    ['by the calendar when there is neither', pullOf(), 3, 3, 'calendar'],
    ['by the calendar when the milestone is not ours', { ...pullOf(), milestone: foreign }, 3, 3, 'calendar'],
    ['not by an earlier milestone alone', pullOf({ milestone: 's01' }), 3, 3, 'calendar'],
    ['by an earlier item that is still open', pullOf({ closes: [open1] }), 3, 1, 'open-item'],
    ['by an earlier item that is still open, with its milestone', pullOf({ milestone: 's01', closes: [open1] }), 3, 1, 'open-item'],
    ['not by an earlier item that is closed', pullOf({ closes: [closed1] }), 3, 3, 'calendar'],
    ['not by an earlier item beside other work', pullOf({ milestone: 's01', closes: [open1, issue(50, null)] }), 3, 3, 'calendar'],
    ['not by an item that somebody moved back', pullOf({ milestone: 's01', closes: [movedBack] }), 3, 3, 'calendar'],
    ['by the milestone to which an item was moved on', pullOf({ closes: [movedOn] }), 1, 5, 'issue'],
    ['not by an unseeded issue with a copied marker', pullOf({ closes: [issue(60, item(1), { milestone: at('s01') })] }), 3, 3, 'calendar'],
    ['after the last one in a pilot phase', pullOf({ milestone: 'pilot-alpha' }), 1, 16, 'phase'],
    ['of the same block as today stays its own', pullOf({ milestone: 's02' }), 1, 2, 'milestone'],
  ] as [string, PullFacts, 1 | 3, number, string][])('%s', (_name, ...[pull, today, sprint, because]) => {
    expect(pullSprint({ policy, pull, now: inSprint[today], seeded, milestones })).toMatchObject({ sprint, because });
  });
});

describe('the gate', () => {
  const signed = [decision('approve', 'architecture-review')];
  test.each([
    ['passes in the first block', snapshotOf({ now: inSprint[0] }), pullOf(), 'pass', 'checkpoint.nothing-before'],
    ['fails in the first block for work of a later one', snapshotOf({ now: inSprint[0] }), pullOf({ milestone: 's01' }), 'fail', 'checkpoint.waits'],
    ['passes once the checkpoint is signed', snapshotOf({ decisions: signed }), pullOf(), 'pass', 'checkpoint.all-signed'],
    ['fails late, and says so', snapshotOf(), pullOf(), 'fail', 'checkpoint.calendar-moved-on'],
    [
      'fails for a checkpoint with part of its signatures',
      snapshotOf({ now: inSprint[0], decisions: [decision('approve', 'architecture-review', { via: [team('sre')] })] }),
      pullOf({ milestone: 's01' }),
      'fail',
      'checkpoint.waits',
    ],
    ['asks for every block before', snapshotOf({ decisions: signed }), pullOf({ milestone: 's03' }), 'fail', 'checkpoint.waits'],
    ['cannot tell when nobody may sign', snapshotOf({ under: policyOf('') }), pullOf(), 'cannot-evaluate', 'checkpoint.waits'],
    [
      'cannot tell when decisions were not read',
      snapshotOf({ unavailable: [{ what: 'decisions', why: '403' }] }),
      pullOf(),
      'cannot-evaluate',
      'checkpoint.waits',
    ],
    [
      'cannot tell when the sprint of its issues was not read',
      snapshotOf({ decisions: signed, unavailable: [{ what: 'issues', why: '403' }] }),
      pullOf({ closes: [issue(50, null)] }),
      'cannot-evaluate',
      'checkpoint.sprint-unknown',
    ],
    [
      'passes on a baseline',
      snapshotOf({ decisions: [decision('baseline', 's00', { as: 'escalation', via: [user('boss')] })] }),
      pullOf(),
      'pass',
      'checkpoint.all-signed',
    ],
  ] as [string, PullSnapshot, PullFacts, string, string][])('%s', (_name, ...[snapshot, pull, verdict, code]) => {
    const under = snapshot.policy.kind === 'in-force' ? snapshot.policy.policy : policy;
    expect(evaluateCheckpoint({ policy: under, snapshot, pull, gate: 'checkpoint' })).toMatchObject({ gate: 'checkpoint', verdict, code });
  });

  test('explained where it is known that nobody is left to sign, it names the escalation authority', () => {
    const [block] = policy.playbook.blocks;
    if (!block) throw new Error('no block');
    const verdict = judgeCheckpoint({ policy, snapshot: snapshotOf(), block, current: 'Sprint 1', eligible: { people: [], complete: true } });
    expect(verdict).toMatchObject({ verdict: 'cannot-evaluate', code: 'checkpoint.nobody-left' });
    expect(verdict.next).toContain('`boss`');
  });

  test.each([
    ['en', '/sprintgate approve'],
    ['es', '/sprintgate aprobar'],
  ])('in %s names who signs, with what, and where', (locale, command) => {
    const under = policyOf(authorities, locale);
    const verdict = evaluateCheckpoint({ policy: under, snapshot: snapshotOf({ under }), pull: pullOf(), gate: 'checkpoint' });
    expect(verdict.next).toContain('`acme/architects`');
    expect(verdict.next).toContain(`\`${command} architecture-review\``);
    expect(verdict.next).toContain('#7');
    expect(verdict.next).toContain('/sprintgate plan');
  });

  test('tells a late team what happened', () => {
    const verdict = evaluateCheckpoint({ policy, snapshot: snapshotOf(), pull: pullOf(), gate: 'checkpoint' });
    expect(verdict.children[0]?.reason).toBe('The calendar moved on to Sprint 1, and checkpoint `architecture-review`, due on 2027-01-24, is unsigned.');
  });
});
