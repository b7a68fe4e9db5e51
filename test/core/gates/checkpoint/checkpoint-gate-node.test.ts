import { describe, expect, test } from 'vitest';
import { evaluateCheckpoint } from '../../../../src/core/gates/checkpoint/evaluate-checkpoint.ts';
import type { PullFacts } from '../../../../src/core/snapshot/facts.ts';
import type { PullSnapshot } from '../../../../src/core/snapshot/pull-snapshot.ts';
import { authorities, decision, issue, person, policyOf, team } from '../../people/people-fixtures.ts';
import { whole } from '../whole-node.ts';
import { at, inSprint, pullOf, snapshotOf } from './checkpoint-world.ts';

const review = 'architecture-review';
const signed = decision('approve', review, { at: '2027-01-20T18:00:00Z', via: [team('architects')] });
const reserved = { ...signed, kind: 'approve-with-conditions' as const, conditions: ['add the ADR'] };
const item = policyOf().playbook.items.find(({ sprint }) => sprint === 1)?.id ?? '';
const toSign = 'To be signed by team `acme/architects` with `/sprintgate approve architecture-review` on #7.';
const replan = ' To move the dates, see `/sprintgate plan` and change `schedule` in `.github/sprintgate.yml`.';
const plan = 'Write `Closes #N` with an item of the sprint in its description, or give it the milestone of the sprint.';
const unplanned = 'This work is not planned: it has no milestone of the plan and closes no issue of it.';

interface World {
  readonly planning?: string;
  readonly locale?: string;
  readonly pull?: PullFacts;
  readonly snapshot?: Omit<Partial<PullSnapshot>, 'policy'>;
}

function gateOf({ planning = '', locale = 'en', pull = pullOf(), snapshot = {} }: World) {
  const under = policyOf(`${authorities}${planning === '' ? '' : `planning: ${planning}\n`}`, locale);
  return evaluateCheckpoint({ policy: under, snapshot: snapshotOf({ under, ...snapshot }), pull, gate: 'checkpoint' });
}

const exempt = { ...pullOf(), author: person('dependabot[bot]', 'Bot') };

const rows: readonly (readonly [name: string, world: World, said: object])[] = [
  [
    'that there is nothing to sign before the first block',
    { snapshot: { now: inSprint[0] } },
    {
      verdict: 'pass',
      code: 'checkpoint.nothing-before',
      reason: 'No checkpoint lies before it (by the calendar it belongs to Sprint 0).',
      next: null,
      children: [],
    },
  ],
  [
    'that the one before is signed',
    { snapshot: { decisions: [signed] } },
    {
      verdict: 'pass',
      code: 'checkpoint.all-signed',
      reason: 'The one checkpoint before it is signed (by the calendar it belongs to Sprint 1).',
      next: null,
      children: [`${review} pass`],
    },
  ],
  [
    'that conditions are still open',
    { snapshot: { decisions: [reserved] } },
    {
      verdict: 'pass',
      code: 'checkpoint.all-signed',
      reason: 'The one checkpoint before it is signed (by the calendar it belongs to Sprint 1). Conditions are still to be met for `architecture-review`.',
      next: null,
      children: [`${review} pass`],
    },
  ],
  [
    'that the calendar moved on',
    {},
    {
      verdict: 'fail',
      code: 'checkpoint.calendar-moved-on',
      reason: 'The calendar moved on to Sprint 1, and no sign-off is there yet for `architecture-review`.',
      brief: 'Architecture review is not signed',
      next: toSign + replan,
      children: [`${review} fail`],
    },
  ],
  [
    'what work of a later milestone waits for, and with whom to begin',
    { pull: pullOf({ milestone: 's02' }), snapshot: { now: inSprint[0] } },
    {
      verdict: 'fail',
      code: 'checkpoint.waits',
      reason: 'It waits for `architecture-review` (its milestone puts it in Sprint 2).',
      brief: 'Architecture review is not signed',
      next: toSign,
      children: [`${review} fail`],
    },
  ],
  [
    'that work is not planned',
    { planning: '{ unplanned: block }', snapshot: { decisions: [signed] } },
    {
      verdict: 'fail',
      code: 'checkpoint.planning.unplanned',
      reason: unplanned,
      brief: 'it is not planned: no milestone, and it closes no item',
      next: plan,
      children: [`${review} pass`, 'planning fail'],
    },
  ],
  [
    'that work is not planned, where that is but a warning',
    { planning: '{ unplanned: warn }', snapshot: { decisions: [signed] } },
    {
      verdict: 'pass',
      code: 'checkpoint.all-signed',
      reason: `The one checkpoint before it is signed (by the calendar it belongs to Sprint 1). ${unplanned} ${plan}`,
      brief: 'The one checkpoint before it is signed (by the calendar it belongs to Sprint 1).',
      next: null,
      children: [`${review} pass`, 'planning pass'],
    },
  ],
  [
    'nothing of the plan in its first line where the author needs none',
    { planning: '{ unplanned: block }', pull: exempt, snapshot: { decisions: [signed] } },
    {
      verdict: 'pass',
      code: 'checkpoint.all-signed',
      reason: 'The one checkpoint before it is signed (by the calendar it belongs to Sprint 1).',
      next: null,
      children: [`${review} pass`, 'planning pass'],
    },
  ],
  [
    'that a plan cannot be told where issues were not read',
    { planning: '{ unplanned: block }', snapshot: { decisions: [signed], unavailable: [{ what: 'seeded', why: '403: issues: read' }] } },
    {
      verdict: 'cannot-evaluate',
      code: 'checkpoint.planning.unknown',
      reason: 'Whether this work is planned cannot be told, since issues could not be read: 403: issues: read',
      next: plan,
      children: [`${review} pass`, 'planning cannot-evaluate'],
    },
  ],
  [
    'that its sprint cannot be told where milestones were not read',
    { pull: pullOf({ closes: [issue(50, null)] }), snapshot: { unavailable: [{ what: 'milestones', why: '403: issues: read' }] } },
    {
      verdict: 'cannot-evaluate',
      code: 'checkpoint.sprint-unknown',
      reason: 'The sprint of the issues that it closes could not be read: 403: issues: read',
      next: 'Once they can be read, `/sprintgate recheck` evaluates it again.',
      children: [],
    },
  ],
];

describe('the checkpoint gate says', () => {
  test.each(rows)('%s', (_name, world, said) => {
    expect(whole(gateOf(world))).toEqual({ id: 'checkpoint', gate: 'checkpoint', title: 'Checkpoint', ...said });
  });

  test.each<[string, World, string]>([
    ['by an issue', { pull: pullOf({ closes: [issue(50, null, { milestone: at('s02') })] }) }, 'an issue that it closes puts it in Sprint 2'],
    [
      'by an open item',
      { pull: pullOf({ closes: [issue(41, item)] }), snapshot: { now: inSprint[3], seeded: [issue(41, item)] } },
      'it closes an item of Sprint 1 that is still open',
    ],
    ['by a pilot phase', { pull: pullOf({ milestone: 'pilot-alpha' }) }, 'its milestone is the pilot phase'],
  ])('why a pull request belongs where it does: %s', (_name, world, because) => {
    expect(gateOf({ ...world, snapshot: { now: inSprint[0], decisions: [signed], ...world.snapshot } }).reason).toContain(because);
  });

  test.each([
    [
      'only what nobody can be exempt from',
      '{ unplanned: block }',
      [`${review} pass`, 'planning pass'],
      '`dependabot[bot]` needs no plan (`planning.exempt`).',
    ],
    ['nothing where nothing is asked', '{ unplanned: allow }', [`${review} pass`], undefined],
  ])('of an exempt author %s', (_name, planning, children, reason) => {
    const verdict = gateOf({ planning, pull: exempt, snapshot: { decisions: [signed] } });
    expect(verdict.children.map(({ id, verdict: outcome }) => `${id} ${outcome}`)).toEqual(children);
    expect(verdict.children[1]?.reason).toBe(reason);
  });

  test('in one line how many wait, and which is first, also in Spanish', () => {
    const pull = pullOf({ milestone: 's05' });
    expect(gateOf({ pull }).brief).toBe('3 checkpoints are not signed, Architecture review first');
    expect(gateOf({ pull, locale: 'es' })).toMatchObject({
      brief: '3 checkpoints sin firma; primero Architecture review',
      reason: 'El calendario avanzó a Sprint 1 y sigue sin firma: `architecture-review`, `model-performance`, `integration-tests`.',
    });
  });
});
