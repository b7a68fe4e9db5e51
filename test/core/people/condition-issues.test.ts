import { describe, expect, test } from 'vitest';
import { checkpointState } from '../../../src/core/gates/checkpoint/checkpoint-state.ts';
import { judgeCheckpoint } from '../../../src/core/gates/checkpoint/judge-checkpoint.ts';
import { wrapMarked } from '../../../src/core/markers/marker.ts';
import { conditionMarkerId } from '../../../src/core/people/condition-issues.ts';
import { conditionsDue } from '../../../src/core/people/conditions-due.ts';
import { decideCommands } from '../../../src/core/people/decide-commands.ts';
import type { Decision } from '../../../src/core/people/decision.ts';
import { renderConditionIssue } from '../../../src/core/people/render-condition-issue.ts';
import { readMarked } from '../../../src/core/markers/marker.ts';
import type { IssueFacts } from '../../../src/core/snapshot/facts.ts';
import { authorities, comment, conversation, decision, inForce, issue, policyOf } from './people-fixtures.ts';

const policy = policyOf();
const review = 'architecture-review';
const due = '2027-03-01T06:00:00Z';
const approval = decision('approve-with-conditions', review, { due, conditions: ['add the ADR', 'draw the batch path'] });
const before = '2027-02-15T12:00:00Z';
const after = '2027-03-02T12:00:00Z';
const inTime = { state: 'closed', stateReason: 'completed', closedAt: '2027-02-20T12:00:00Z' } as const;

function issueOf(position: number, more: Partial<IssueFacts> = {}, of: Decision = approval): IssueFacts {
  return issue(30 + position, null, { body: wrapMarked('.', conditionMarkerId(of.id, position), 'words'), ...more });
}

const met = [issueOf(1, inTime), issueOf(2, inTime)];
const stateOf = (seeded: readonly IssueFacts[], now: string, decisions: readonly Decision[] = [approval]) =>
  checkpointState(policy, decisions, { id: review, now, seeded });

describe('an approval with conditions', () => {
  test.each<[string, readonly IssueFacts[], string, string]>([
    ['counts while their day is yet to come', [issueOf(1), issueOf(2)], before, 'conditions'],
    ['counts while one of them is still open', [issueOf(1, inTime), issueOf(2)], before, 'conditions'],
    ['counts before its issues are there', [], before, 'conditions'],
    ['is a plain one once all of them are met', met, before, 'approved'],
    ['stays one after their day', met, after, 'approved'],
    ['no longer counts after their day while one is open', [issueOf(1, inTime), issueOf(2)], after, 'lapsed'],
    ['no longer counts on the very instant', [issueOf(1, inTime), issueOf(2)], due, 'lapsed'],
    ['no longer counts when one was closed too late', [issueOf(1, inTime), issueOf(2, { ...inTime, closedAt: due })], after, 'lapsed'],
    ['no longer counts when one was closed as not planned', [issueOf(1, inTime), issueOf(2, { ...inTime, stateReason: 'not_planned' })], after, 'lapsed'],
    ['no longer counts when one was closed as a duplicate', [issueOf(1, inTime), issueOf(2, { ...inTime, stateReason: 'duplicate' })], after, 'lapsed'],
    ['no longer counts when GitHub does not say why one was closed', [issueOf(1, inTime), issueOf(2, { ...inTime, stateReason: null })], after, 'lapsed'],
    [
      'no longer counts when one was opened again',
      [issueOf(1, inTime), issueOf(2, { state: 'open', stateReason: 'reopened', closedAt: null })],
      after,
      'lapsed',
    ],
    ['no longer counts when one issue is gone', [issueOf(1, inTime)], after, 'lapsed'],
    ['is not met by a second issue with the same marker', [...met, issueOf(2, { number: 99 })], after, 'lapsed'],
    ['is not met by the issue of another approval', [issueOf(1, inTime), issueOf(2, inTime, decision('approve', review))], after, 'lapsed'],
    [
      'is not met by an issue of another unit',
      [issueOf(1, inTime), issue(40, null, { ...inTime, body: wrapMarked('billing', conditionMarkerId(approval.id, 2), 'x') })],
      after,
      'lapsed',
    ],
  ])('%s', (_name, ...[seeded, now, state]) => {
    const seen = stateOf(seeded, now);
    expect(seen).toMatchObject({ state, signed: state !== 'lapsed' });
  });

  test('brings no earlier approval of the same person back when it lapses', () => {
    const earlier = decision('approve', review, { at: '2027-01-12T12:00:00Z' });
    expect(stateOf([], after, [earlier, approval]).state).toBe('lapsed');
  });

  test('is lifted by a plain approval of the same person, before its day and after it', () => {
    const plain = (at: string) => decision('approve', review, { at });
    expect(stateOf([], after, [approval, plain('2027-02-01T12:00:00Z')]).state).toBe('approved');
    expect(stateOf([], after, [approval, plain('2027-03-02T10:00:00Z')]).state).toBe('approved');
  });

  test('takes nothing from the approval of another who may sign alone', () => {
    expect(stateOf([], after, [approval, decision('approve', review, { login: 'bea' })])).toMatchObject({ state: 'approved', signed: true });
  });

  test('from before conditions had issues ends at its date, as it was signed', () => {
    const old = decision('approve-with-conditions', review, { until: due, conditions: ['add the ADR'] });
    expect(stateOf([], before, [old]).state).toBe('conditions');
    expect(stateOf([], after, [old]).state).toBe('expired');
  });
});

describe('the checkpoint says', () => {
  const block = policy.playbook.blocks[0];
  if (!block) throw new Error('no block');
  const judge = (seeded: readonly IssueFacts[], now: string, unavailable: readonly { what: string; why: string }[] = []) =>
    judgeCheckpoint({ policy, block, current: 'Sprint 2', snapshot: { now, decisions: [approval], seeded, unavailable } });

  test('which conditions are still open, with their issues and their day', () => {
    expect(judge([issueOf(1, inTime), issueOf(2)], before)).toMatchObject({
      verdict: 'pass',
      reason: expect.stringContaining('Signed by `ana` with conditions until 2027-02-28: draw the batch path (#32).'),
    });
  });

  test('that they are met', () => {
    expect(judge(met, after)).toMatchObject({ verdict: 'pass', code: 'checkpoint.approved', reason: expect.stringContaining('Its 2 conditions are met.') });
  });

  test('which one was not met in time, and who signs anew', () => {
    const verdict = judge([issueOf(1, inTime), issueOf(2), issue(7, 's00.checkpoint')], after);
    expect(verdict).toMatchObject({
      verdict: 'fail',
      code: 'checkpoint.lapsed',
      reason: 'The approval by `ana` no longer counts: not closed as completed by 2027-02-28: draw the batch path (#32).',
    });
    expect(verdict.next).toContain('`/sprintgate approve architecture-review` on #7');
  });

  test('that it cannot tell where issues may not be read', () => {
    const verdict = judge([], after, [{ what: 'issues', why: 'permission `issues: read` is missing' }]);
    expect(verdict).toMatchObject({ verdict: 'cannot-evaluate', reason: expect.stringContaining('`issues: read`') });
  });
});

describe('the date of conditions', () => {
  const outcome = (body: string, more: Parameters<typeof conversation>[1] = {}) => decideCommands(conversation([comment(body)], more));

  test('is the one that was written, to the end of that day', () => {
    const [decided] = outcome('/sprintgate approve until 2027-02-28 with: add the ADR; draw it').decisions;
    expect(decided).toMatchObject({ kind: 'approve-with-conditions', due, until: null, conditions: ['add the ADR', 'draw it'] });
  });

  test('else the day on which the next checkpoint is due', () => {
    expect(conditionsDue(policy, review, '2027-01-20T18:00:00Z')).toBe('2027-02-21');
    expect(outcome('/sprintgate approve with: add the ADR').decisions[0]?.due).toBe('2027-02-22T06:00:00Z');
  });

  test('has to be named when that day is over, and for the last checkpoint', () => {
    const last = policy.playbook.blocks.at(-1)?.checkpoint ?? '';
    expect(conditionsDue(policy, last, '2027-01-20T18:00:00Z')).toBeNull();
    expect(outcome('/sprintgate approve with: add the ADR', { now: '2027-06-01T12:00:00Z' }).replies.flatMap(({ codes }) => codes)).toEqual(['no-date']);
  });

  test('asks for one issue each, and for more than twenty nothing is decided', () => {
    expect(outcome('/sprintgate approve with: add the ADR').requests).toMatchObject([{ kind: 'conditions' }]);
    const many = Array.from({ length: 21 }, (_each, index) => `do ${index}`).join('; ');
    expect(outcome(`/sprintgate approve with: ${many}`)).toMatchObject({ decisions: [], replies: [{ codes: ['too-many-conditions'] }] });
  });
});

test.each([
  ['en', 'Security, condition: call @acme/all <b>now</b>', 'as completed'],
  ['es', 'Security, condición: call @acme/all <b>now</b>', 'como completado'],
] as const)('the issue of a condition says in %s what is asked, by whom and by when, and notifies nobody', (locale, title, how) => {
  const asked = decision('approve-with-conditions', review, { due, conditions: ['call @acme/all <b>now</b>'] });
  const written = renderConditionIssue({ decision: asked, position: 1, receipt: 7, title: 'Security' }, { locale, timezone: 'America/Mexico_City' });
  expect(written.title).toBe(title);
  expect(readMarked(written.body)).toMatchObject({ marker: { id: `condition.${asked.id}.1` }, edited: false });
  for (const part of [how, '2027-02-28', '#7', '`ana`', asked.source.url]) expect(written.body).toContain(part);
  expect(written.body).not.toMatch(/<b>|[^\S]@acme/);
  expect(inForce(policyOf(authorities, locale))).toBeDefined();
});
