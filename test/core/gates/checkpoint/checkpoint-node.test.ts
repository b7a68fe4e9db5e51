import { describe, expect, test } from 'vitest';
import { judgeCheckpoint, type JudgeInput } from '../../../../src/core/gates/checkpoint/judge-checkpoint.ts';
import type { Decision } from '../../../../src/core/people/decision.ts';
import type { Locale } from '../../../../src/core/playbook/text-schema.ts';
import type { Policy } from '../../../../src/core/policy/policy.ts';
import type { PullSnapshot } from '../../../../src/core/snapshot/pull-snapshot.ts';
import { authorities, decision, issue, policyOf, team, user } from '../../people/people-fixtures.ts';
import { whole } from '../whole-node.ts';
import { inSprint, snapshotOf } from './checkpoint-world.ts';

const review = 'architecture-review';
const policy = policyOf();
const voidable = policyOf(`${authorities}checkpoints: { architecture-review: { void: 7d } }\n`);
const to = '2'.repeat(40);
const sign = (more: Parameters<typeof decision>[2] = {}): Decision =>
  decision('approve', review, { at: '2027-01-20T18:00:00Z', commits: { from: null, to }, ...more });
const reserve = (more: Parameters<typeof decision>[2] = {}): Decision => ({
  ...sign({ conditions: ['add the ADR'], until: '2027-02-01T06:00:00Z', ...more }),
  kind: 'approve-with-conditions',
});

interface World {
  readonly under?: Policy;
  readonly locale?: Locale;
  readonly decisions?: readonly Decision[];
  readonly snapshot?: Partial<PullSnapshot>;
  readonly eligible?: JudgeInput['eligible'];
}

function judge({ under = policy, locale = 'en', decisions = [], snapshot = {}, eligible }: World, id = review) {
  const block = under.playbook.blocks.find(({ checkpoint }) => checkpoint === id);
  if (!block) throw new Error('no such checkpoint');
  const facts = { ...snapshotOf(), decisions, ...snapshot };
  return judgeCheckpoint({ policy: { ...under, locale }, snapshot: facts, block, current: 'Sprint 1', ...(eligible ? { eligible } : {}) });
}

const early = { now: inSprint[0] };
const toSign = 'To be signed by team `acme/architects` with `/sprintgate approve architecture-review` on #7.';
const replan = 'To move the dates, see `/sprintgate plan` and change `schedule` in `.github/sprintgate.yml`.';
const saw = 'It saw the commits up to `222222222222`.';

const rows: readonly (readonly [name: string, world: World, said: object])[] = [
  ['signed', { decisions: [sign()] }, { verdict: 'pass', code: 'checkpoint.approved', reason: `Signed by \`ana\` on 2027-01-20. ${saw}`, next: null }],
  [
    'signed late in the evening, by the day of the schedule',
    { decisions: [sign({ at: '2027-01-21T05:59:00Z' })] },
    { verdict: 'pass', code: 'checkpoint.approved', reason: `Signed by \`ana\` on 2027-01-20. ${saw}`, next: null },
  ],
  [
    'signed under a condition that is met',
    { decisions: [reserve({ conditions: [] })] },
    { verdict: 'pass', code: 'checkpoint.approved', reason: `Signed by \`ana\` on 2027-01-20. ${saw}`, next: null },
  ],
  [
    'signed under a condition',
    { decisions: [reserve()] },
    { verdict: 'pass', code: 'checkpoint.conditions', reason: `Signed by \`ana\` with conditions until 2027-01-31: add the ADR. ${saw}`, next: null },
  ],
  [
    'signed under two conditions without a day',
    { decisions: [reserve({ conditions: ['add the ADR', 'load test'], until: null })] },
    { verdict: 'pass', code: 'checkpoint.conditions', reason: `Signed by \`ana\` with conditions: add the ADR; load test. ${saw}`, next: null },
  ],
  [
    'signed under a condition that was not met in time',
    { decisions: [reserve({ until: null, due: '2027-01-25T06:00:00Z' })] },
    {
      verdict: 'fail',
      code: 'checkpoint.lapsed',
      reason: 'The approval by `ana` no longer counts: not closed as completed by 2027-01-24: add the ADR.',
      next: `${toSign} ${replan}`,
    },
  ],
  [
    'signed under a condition of which nobody could read whether it was met',
    { decisions: [reserve({ until: null, due: '2027-01-25T06:00:00Z' })], snapshot: { unavailable: [{ what: 'seeded', why: '403: issues: read' }] } },
    {
      verdict: 'cannot-evaluate',
      code: 'checkpoint.conditions-unavailable',
      reason: 'Whether the conditions of its approval are met could not be read: 403: issues: read',
      next: 'Once they can be read, `/sprintgate recheck` evaluates it again.',
    },
  ],
  [
    'accepted as a baseline',
    {
      decisions: [
        decision('baseline', 's00', { as: 'escalation', via: [user('boss')], at: '2027-01-20T18:00:00Z', login: 'boss', commits: { from: null, to } }),
      ],
    },
    { verdict: 'pass', code: 'checkpoint.baseline', reason: `Accepted as a baseline by \`boss\` on 2027-01-20, without a review here. ${saw}`, next: null },
  ],
  [
    'rejected',
    { decisions: [decision('reject', review, { reason: 'no ADR' })], snapshot: early },
    { verdict: 'fail', code: 'checkpoint.rejected', reason: 'Rejected by `ana`: no ADR', next: toSign },
  ],
  [
    'revoked',
    { decisions: [sign({ id: 'd-1' }), decision('revoke', 'd-1', { reason: 'a mistake', login: 'boss' })], snapshot: early },
    { verdict: 'fail', code: 'checkpoint.revoked', reason: 'Its sign-off was revoked by `boss`: a mistake', next: toSign },
  ],
  [
    'that ran out',
    { decisions: [sign({ until: '2027-01-25T06:00:00Z' })] },
    { verdict: 'fail', code: 'checkpoint.expired', reason: 'Its sign-off ran out on 2027-01-25.', next: `${toSign} ${replan}` },
  ],
  [
    'that is too old',
    { under: voidable, decisions: [sign()], snapshot: { now: '2027-01-28T18:00:00Z' } },
    {
      verdict: 'fail',
      code: 'checkpoint.voided',
      reason: 'The sign-off by `ana` no longer counts: it saw the commits up to `222222222222`, and its time was over after 2027-01-27.',
      next: `${toSign} ${replan}`,
    },
  ],
  [
    'of which nobody could read what was merged since',
    { under: policyOf(`${authorities}checkpoints: { architecture-review: { void: on-merge } }\n`), decisions: [sign()] },
    {
      verdict: 'cannot-evaluate',
      code: 'checkpoint.void-unknown',
      reason: 'Whether later work voids the sign-off cannot be told: what was merged since could not be read (222222222222).',
      next: 'Once they can be read, `/sprintgate recheck` evaluates it again.',
    },
  ],
  ['that is not due yet', { snapshot: early }, { verdict: 'fail', code: 'checkpoint.unsigned', reason: 'Not signed; it is due on 2027-01-24.', next: toSign }],
  [
    'on the day it is due',
    { snapshot: { now: '2027-01-25T05:59:00Z' } },
    { verdict: 'fail', code: 'checkpoint.unsigned', reason: 'Not signed; it is due on 2027-01-24.', next: toSign },
  ],
  [
    'on the day after',
    { snapshot: { now: '2027-01-25T06:00:00Z' } },
    {
      verdict: 'fail',
      code: 'checkpoint.calendar-moved-on',
      reason: 'The calendar moved on to Sprint 1, and checkpoint `architecture-review`, due on 2027-01-24, is unsigned.',
      next: `${toSign} ${replan}`,
    },
  ],
  [
    'whose issue is not there',
    { snapshot: { ...early, seeded: [] } },
    {
      verdict: 'fail',
      code: 'checkpoint.unsigned',
      reason: 'Not signed; it is due on 2027-01-24.',
      next: 'To be signed by team `acme/architects` with `/sprintgate approve architecture-review` on GitHub.',
    },
  ],
  [
    'that nobody may sign',
    { under: policyOf('') },
    {
      verdict: 'cannot-evaluate',
      code: 'checkpoint.authority-unset',
      reason: 'Nobody may sign it: `authorities.architecture-review` is not set.',
      next: 'Set `authorities.architecture-review` in `.github/sprintgate.yml`: teams, users or roles.',
    },
  ],
  [
    'that nobody is left to sign',
    { eligible: { people: [], complete: true } },
    {
      verdict: 'cannot-evaluate',
      code: 'checkpoint.nobody-left',
      reason: 'Everybody who could sign it wrote some of the work.',
      next: 'To be signed by `boss` with `/sprintgate approve architecture-review` on #7.',
    },
  ],
  [
    'of which not all who may sign are known',
    { eligible: { people: [], complete: false }, snapshot: early },
    { verdict: 'fail', code: 'checkpoint.unsigned', reason: 'Not signed; it is due on 2027-01-24.', next: toSign },
  ],
  [
    'whose decisions could not be read',
    {
      snapshot: {
        unavailable: [
          { what: 'issues', why: 'no' },
          { what: 'decisions', why: 'the store does not answer' },
        ],
      },
    },
    {
      verdict: 'cannot-evaluate',
      code: 'checkpoint.decisions-unavailable',
      reason: 'The decisions could not be read: the store does not answer',
      next: 'Once they can be read, `/sprintgate recheck` evaluates it again.',
    },
  ],
  [
    'signed, where decisions that came later could not be read',
    { decisions: [sign()], snapshot: { unavailable: [{ what: 'decisions', why: 'the store does not answer' }] } },
    { verdict: 'pass', code: 'checkpoint.approved', reason: `Signed by \`ana\` on 2027-01-20. ${saw}`, next: null },
  ],
];

describe('a checkpoint', () => {
  test.each(rows)('%s', (_name, world, said) => {
    expect(whole(judge(world))).toEqual({ id: review, title: 'Architecture review', children: [], ...said });
  });

  test.each<[string, World, string, string]>([
    ['signed', { decisions: [sign()] }, 'Firmado por `ana` el 2027-01-20. Abarcó los commits hasta `222222222222`.', ''],
    [
      'late',
      {},
      'El calendario avanzó a Sprint 1 y el checkpoint `architecture-review`, con fecha 2027-01-24, sigue sin firma.',
      'Le toca firmar al equipo `acme/architects` con `/sprintgate aprobar architecture-review` en #7. Para mover las fechas, consulte `/sprintgate plan` y cambie `schedule` en `.github/sprintgate.yml`.',
    ],
  ])('in Spanish, %s', (_name, world, reason, next) => {
    const verdict = judge({ ...world, locale: 'es' });
    expect([verdict.reason, verdict.next ?? '']).toEqual([reason, next]);
  });
});

describe('a checkpoint of several signatures', () => {
  const sre = (login: string, more: Parameters<typeof decision>[2] = {}): Decision =>
    decision('approve', 'sre-review', { login, via: [team('sre')], at: '2027-01-20T18:00:00Z', commits: { from: null, to }, ...more });
  const seeded = [issue(70, 's07.checkpoint')];

  test('with one of two names who signed and what is missing, and does not ask whether anybody is left', () => {
    const verdict = judge({ decisions: [sre('eli')], snapshot: { seeded }, eligible: { people: [], complete: true } }, 'sre-review');
    expect(verdict).toMatchObject({ verdict: 'fail', code: 'checkpoint.partial', reason: 'Signed by `eli`; still missing: team `acme/sre`.' });
  });

  test('names each signer and each range of commits once', () => {
    const other = { commits: { from: '1'.repeat(40), to } };
    expect(judge({ decisions: [sre('eli'), sre('fay', other), sre('eli', { at: '2027-01-21T18:00:00Z' })] }, 'sre-review').reason).toBe(
      'Signed by `eli`, `fay` on 2027-01-21. It saw the commits up to `222222222222`, `111111111111`…`222222222222`.',
    );
  });
});
