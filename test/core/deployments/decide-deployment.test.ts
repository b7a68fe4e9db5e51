import { describe, expect, test } from 'vitest';
import { decideDeployment } from '../../../src/core/deployments/decide-deployment.ts';
import type { Outcome } from '../../../src/core/verdict/verdict.ts';

const since = '2027-01-12T18:00:00Z';
const issue = { kind: 'issue' as const, number: 7, title: 'Quarter end', url: '' };
const exception = { decision: 'd-1', pull: 3, logins: ['ana'], until: '2027-01-14T06:00:00Z', reason: 'a security fix' };
const freezes = {
  no: { kind: 'none' },
  yes: { kind: 'frozen', freeze: issue, exception: null },
  excepted: { kind: 'frozen', freeze: issue, exception },
  unread: { kind: 'unknown', exception: null },
} as const;

interface Case {
  readonly outcomes: readonly Outcome[];
  readonly onFail?: 'wait' | 'reject';
  /** Minutes after which what still waits is rejected, and how many have passed. */
  readonly rejectAfter?: number;
  readonly waited?: number;
  readonly refused?: boolean;
  readonly frozen?: keyof typeof freezes;
}

const cases: readonly [string, Case, string][] = [
  ['approves what passes', { outcomes: ['pass'] }, 'approved, holds'],
  ['approves what does not apply', { outcomes: ['not-applicable'] }, 'approved, holds'],
  ['approves what passes although the time is over', { outcomes: ['pass'], rejectAfter: 60, waited: 61 }, 'approved, holds'],
  ['holds what fails', { outcomes: ['fail'] }, 'waits, not-yet'],
  ['holds what is pending', { outcomes: ['pending'] }, 'waits, not-yet'],
  ['holds what cannot be evaluated', { outcomes: ['cannot-evaluate'] }, 'waits, not-yet'],
  ['holds what nothing was judged of', { outcomes: [] }, 'waits, not-yet'],
  ['takes the worst of several', { outcomes: ['pass', 'cannot-evaluate'] }, 'waits, not-yet'],
  ['rejects what fails where the configuration says so', { outcomes: ['fail'], onFail: 'reject' }, 'rejected, fails'],
  ['never rejects at once what is pending', { outcomes: ['pending'], onFail: 'reject' }, 'waits, not-yet'],
  ['never rejects at once what cannot be evaluated', { outcomes: ['cannot-evaluate'], onFail: 'reject' }, 'waits, not-yet'],
  ['never rejects at once what nothing was judged of', { outcomes: [], onFail: 'reject' }, 'waits, not-yet'],
  ['still waits a minute before the time is over', { outcomes: ['fail'], rejectAfter: 60, waited: 59 }, 'waits, not-yet'],
  ['rejects when the time is over', { outcomes: ['fail'], rejectAfter: 60, waited: 60 }, 'rejected, late'],
  ['rejects what is still pending when the time is over', { outcomes: ['pending'], rejectAfter: 60, waited: 60 }, 'rejected, late'],
  ['rejects what nothing could be judged of when the time is over', { outcomes: [], rejectAfter: 60, waited: 60 }, 'rejected, late'],
  ['holds what passes during a freeze', { outcomes: ['pass'], frozen: 'yes' }, 'waits, frozen'],
  ['does not reject at once for a freeze', { outcomes: ['pass'], frozen: 'yes', onFail: 'reject' }, 'waits, frozen'],
  ['holds what passes while nobody knows whether it is frozen', { outcomes: ['pass'], frozen: 'unread' }, 'waits, frozen'],
  ['lets an exception through a freeze', { outcomes: ['pass'], frozen: 'excepted' }, 'approved, holds'],
  ['lets no failure through because of an exception', { outcomes: ['fail'], frozen: 'excepted' }, 'waits, not-yet'],
  ['rejects what an authority refused', { outcomes: ['pending'], refused: true }, 'rejected, refused'],
  ['rejects what an authority refused although it passes', { outcomes: ['pass'], refused: true }, 'rejected, refused'],
  ['rejects what a freeze held too long', { outcomes: ['pass'], frozen: 'yes', rejectAfter: 60, waited: 60 }, 'rejected, late'],
];

describe('a deployment', () => {
  test.each(cases)('%s', (_name, { outcomes, onFail = 'wait', rejectAfter = null, waited = 0, frozen = 'no', refused = false }, expected) => {
    const verdicts = outcomes.map((verdict) => ({ gate: 'readiness', id: 'readiness', title: '', verdict, code: '', reason: '', next: null, children: [] }));
    const now = new Date(Date.parse(since) + waited * 60_000).toISOString();
    const settings = { onFail, rejectAfterMinutes: rejectAfter };
    const { state, because } = decideDeployment({ verdicts, settings, freeze: freezes[frozen], refused, since, now });
    expect(`${state}, ${because}`).toBe(expected);
  });
});
