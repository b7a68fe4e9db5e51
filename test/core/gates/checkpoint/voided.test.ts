import { describe, expect, test } from 'vitest';
import { evaluateCheckpoint } from '../../../../src/core/gates/checkpoint/evaluate-checkpoint.ts';
import { commitsToCompare } from '../../../../src/core/people/commits-to-compare.ts';
import type { Decision } from '../../../../src/core/people/decision.ts';
import type { MergedSince, MergedSinceCommits } from '../../../../src/core/people/merged-since.ts';
import { authorities, decision, policyOf, team } from '../../people/people-fixtures.ts';
import { pullOf, snapshotOf } from './checkpoint-world.ts';

const components =
  'components: { api: { kind: api, paths: ["src/api/**"], exclude: ["src/api/docs/**"] }, model: { kind: ml-model, paths: ["src/model/**"] } }';
const policyFor = (rule: string, locale = 'en', who = authorities) => policyOf(`${who}${components}\ncheckpoints: { architecture-review: ${rule} }\n`, locale);
const twoOf = authorities.replace('acme/architects], count: 1', 'acme/architects], count: 2');
const [first, second] = ['1'.repeat(40), '2'.repeat(40)];
const now = '2027-01-27T18:00:00Z';
const review = 'architecture-review';
const approve = (to: string, more: Parameters<typeof decision>[2] = {}): Decision =>
  decision('approve', review, { commits: { from: null, to }, at: '2027-01-20T12:00:00Z', ...more });
const since = (files: string[], more: Partial<MergedSince> = {}): MergedSince => ({ files, complete: true, pulls: [12, 15], ...more });
const none = since([], { pulls: [] });

interface Case {
  readonly rule: string;
  readonly decisions: readonly Decision[];
  readonly merged?: MergedSinceCommits;
  readonly locale?: string;
  readonly who?: string;
}

function judge({ rule, decisions, merged, locale, who }: Case) {
  const under = policyFor(rule, locale, who);
  const snapshot = snapshotOf({ under, now, decisions, ...(merged ? { mergedSince: merged } : {}) });
  return evaluateCheckpoint({ policy: under, snapshot, pull: pullOf(), gate: 'checkpoint' }).children[0];
}

describe('a sign-off', () => {
  const one = [approve(first)];
  const onApi = '{ void: on-merge, components: [api] }';
  test.each<[string, Case, string, string]>([
    ['counts for ever where nothing voids it', { rule: '{}', decisions: one }, 'pass', 'checkpoint.approved'],
    ['counts for ever where it says so', { rule: '{ void: never }', decisions: one }, 'pass', 'checkpoint.approved'],
    ['counts while it is young enough', { rule: '{ void: 8d }', decisions: one }, 'pass', 'checkpoint.approved'],
    ['does not count once it is too old', { rule: '{ void: 7d }', decisions: one }, 'fail', 'checkpoint.voided'],
    [
      'counts anew once it is given anew',
      { rule: '{ void: 7d }', decisions: [...one, approve(second, { at: '2027-01-26T12:00:00Z' })] },
      'pass',
      'checkpoint.approved',
    ],
    [
      'is too old as a baseline, too',
      { rule: '{ void: 7d }', decisions: [decision('baseline', 's00', { as: review, at: '2027-01-20T12:00:00Z' })] },
      'fail',
      'checkpoint.voided',
    ],
    ['counts while nothing was merged since', { rule: '{ void: on-merge }', decisions: one, merged: { [first]: none } }, 'pass', 'checkpoint.approved'],
    [
      'does not count once anything was merged',
      { rule: '{ void: on-merge }', decisions: one, merged: { [first]: since(['README.md']) } },
      'fail',
      'checkpoint.voided',
    ],
    [
      'counts where other components were merged to',
      { rule: onApi, decisions: one, merged: { [first]: since(['src/model/a.py']) } },
      'pass',
      'checkpoint.approved',
    ],
    [
      'counts where only files were merged that its component excludes',
      { rule: onApi, decisions: one, merged: { [first]: since(['src/api/docs/a.md']) } },
      'pass',
      'checkpoint.approved',
    ],
    [
      'does not count once its component was merged to',
      { rule: onApi, decisions: one, merged: { [first]: since(['src/model/a.py', 'src/api/a.ts']) } },
      'fail',
      'checkpoint.voided',
    ],
    [
      'cannot be told to count where not all files are known',
      { rule: onApi, decisions: one, merged: { [first]: since(['src/model/a.py'], { complete: false }) } },
      'cannot-evaluate',
      'checkpoint.void-unknown',
    ],
    [
      'does not count where the branch was moved away from it',
      { rule: '{ void: on-merge }', decisions: one, merged: { [first]: since([], { complete: false }) } },
      'fail',
      'checkpoint.voided',
    ],
    [
      'cannot be told to count where what was merged was not read',
      { rule: '{ void: on-merge }', decisions: one },
      'cannot-evaluate',
      'checkpoint.void-unknown',
    ],
    [
      'cannot be told to count where GitHub refused to compare',
      { rule: '{ void: on-merge }', decisions: one, merged: { [first]: { unavailable: '403: contents: read' } } },
      'cannot-evaluate',
      'checkpoint.void-unknown',
    ],
    [
      'counts when it is given again after the merge, whatever became of the first',
      { rule: '{ void: on-merge }', decisions: [...one, approve(second, { at: '2027-01-22T12:00:00Z' })], merged: { [second]: none } },
      'pass',
      'checkpoint.approved',
    ],
    ['that is supposed for now counts', { rule: '{ void: on-merge }', decisions: [approve(first, { at: now })] }, 'pass', 'checkpoint.approved'],
    [
      'of two people is void once the first of them saw less',
      {
        rule: '{ void: on-merge }',
        who: twoOf,
        decisions: [approve(first), approve(second, { login: 'bea' })],
        merged: { [first]: since(['a']), [second]: none },
      },
      'fail',
      'checkpoint.voided',
    ],
    [
      'of two people counts once the first of them has signed again',
      {
        rule: '{ void: on-merge }',
        who: twoOf,
        decisions: [approve(first), approve(second, { login: 'bea' }), approve(second, { at: '2027-01-22T12:00:00Z' })],
        merged: { [second]: none },
      },
      'pass',
      'checkpoint.approved',
    ],
    [
      'that was rejected since stays rejected',
      { rule: '{ void: on-merge }', decisions: [...one, decision('reject', review, { at: '2027-01-21T00:00:00Z' })] },
      'fail',
      'checkpoint.rejected',
    ],
  ])('%s', (_name, ...[given, verdict, code]) => {
    expect(judge(given)).toMatchObject({ verdict, code });
  });
});

describe('the check', () => {
  const merged = { [first]: since(['src/api/a.ts']) };
  test.each([
    [
      'en',
      'The sign-off by `ana` no longer counts: it saw the commits up to `111111111111`, and since then #12, #15 was merged to `api`.',
      '`/sprintgate approve architecture-review` on #7',
    ],
    [
      'es',
      'La firma de `ana` ya no cuenta: abarcó los commits hasta `111111111111`, y desde entonces se integró #12, #15 en `api`.',
      '`/sprintgate aprobar architecture-review` en #7',
    ],
  ])('in %s says who had signed, what they saw, what was merged since, and how to sign again', (locale, reason, next) => {
    const verdict = judge({ rule: '{ void: on-merge, components: [api] }', decisions: [approve(first)], merged, locale });
    expect(verdict?.reason).toBe(reason);
    expect(verdict?.next).toContain(next);
  });

  test('says on which day the sign-off was too old', () => {
    expect(judge({ rule: '{ void: 7d }', decisions: [approve(first)] })?.reason).toContain('its time was over after 2027-01-27');
  });

  test('says of a sign-off that counts which commits it saw, and until when', () => {
    const verdict = judge({ rule: '{ void: 30d }', decisions: [approve(second, { commits: { from: first, to: second } })] });
    expect(verdict?.reason).toBe('Signed by `ana` on 2027-01-20. It saw the commits `111111111111`…`222222222222`. It counts until 2027-02-19.');
  });

  test('names at most ten pull requests', () => {
    const many = { [first]: since(['a'], { pulls: Array.from({ length: 11 }, (_, index) => index + 1) }) };
    expect(judge({ rule: '{ void: on-merge }', decisions: [approve(first)], merged: many })?.reason).toContain('#9, #10, …');
  });
});

describe('the commits that are compared', () => {
  const policy = policyFor('{ void: on-merge }');
  test.each([
    ['are none where nothing voids', policyFor('{ void: never }'), [approve(first)], []],
    ['are none where only age voids', policyFor('{ void: 7d }'), [approve(first)], []],
    [
      "are those of each person's latest sign-off",
      policy,
      [approve(first), approve(second, { at: '2027-01-22T12:00:00Z' }), approve(first, { login: 'bea' })],
      [second, first],
    ],
    ['are those of a baseline, too', policy, [decision('baseline', 's00', { as: review, commits: { from: null, to: first } })], [first]],
    ['are not those of another checkpoint', policy, [decision('approve', 'sre-review', { via: [team('sre')] })], []],
  ])('%s', (_name, under, decisions, expected) => {
    expect(commitsToCompare(under, decisions, now)).toEqual(expected);
  });
});
