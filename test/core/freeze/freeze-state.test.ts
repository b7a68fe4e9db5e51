import { describe, expect, test } from 'vitest';
import { freezeState } from '../../../src/core/freeze/freeze-state.ts';
import type { Decision } from '../../../src/core/people/decision.ts';
import type { FreezeIssue, PullFacts } from '../../../src/core/snapshot/facts.ts';
import { authorities, decision, person, policyOf, repository } from '../people/people-fixtures.ts';

const dates = 'freeze:\n  - { from: 2027-12-15, to: 2028-01-06, reason: year end }\n';
const dated = policyOf(`${authorities}\n${dates}`);
const labelled = policyOf(`${authorities}\nfreezeLabel: incident\nfreezeException: hotfix\n`);
const open: FreezeIssue = { number: 7, title: 'Payments are down', url: 'https://github.com/acme/shop/issues/7' };
const inside = '2027-12-20T18:00:00Z';
const outside = '2027-06-01T18:00:00Z';

const pull: PullFacts = {
  number: 30,
  title: 'Release',
  url: '',
  state: 'open',
  merged: false,
  author: person('dev'),
  head: { sha: 'b'.repeat(40), ref: 'release/1', repositoryId: repository.id },
  base: { sha: 'a'.repeat(40), ref: 'main' },
  labels: ['release'],
  milestone: null,
  closes: [],
  files: [],
};
const wearing = (label: string): PullFacts => ({ ...pull, labels: ['release', label] });
const until = '2028-01-10T06:00:00Z';
const waiver = (more: Partial<Decision> = {}): Decision =>
  decision('waive', 'freeze', {
    as: 'escalation',
    login: 'boss',
    via: [{ kind: 'user', name: 'boss' }],
    scope: { kind: 'pull', pull: 30 },
    until,
    reason: 'a security fix',
    at: '2027-12-19T18:00:00Z',
    ...more,
  });

function summary(input: Parameters<typeof freezeState>[0], of: PullFacts): string {
  const state = freezeState(input, [of]);
  const name = state.kind === 'frozen' ? `frozen by ${state.freeze.kind}` : state.kind;
  return state.kind !== 'none' && state.exception ? `${name}, excepted` : name;
}

describe('a freeze', () => {
  test.each<[string, string, Parameters<typeof freezeState>[0], PullFacts]>([
    ['runs by its dates', 'frozen by dates', { policy: dated, now: inside, decisions: [] }, pull],
    ['is over after its dates', 'none', { policy: dated, now: outside, decisions: [] }, pull],
    ['runs while a labelled issue is open', 'frozen by issue', { policy: labelled, now: outside, decisions: [], freezeIssues: [open] }, pull],
    ['does not run when there is none', 'none', { policy: labelled, now: outside, decisions: [], freezeIssues: [] }, pull],
    ['is not known when the issues could not be read', 'unknown', { policy: labelled, now: outside, decisions: [], freezeIssues: null }, pull],
    ['is not known when nobody looked', 'unknown', { policy: labelled, now: outside, decisions: [] }, pull],
  ])('%s', (_name, expected, input, of) => {
    expect(summary(input, of)).toBe(expected);
  });
});

describe('an exception of several pull requests', () => {
  const other = (label: string): PullFacts => ({ ...wearing(label), number: 31 });
  const forOther = waiver({ id: 'd-31', by: person('cara'), scope: { kind: 'pull', pull: 31 }, until: '2028-01-02T06:00:00Z' });
  const exceptionOf = (decisions: readonly Decision[], pulls: readonly PullFacts[]) => {
    const state = freezeState({ policy: dated, now: inside, decisions }, pulls);
    return state.kind === 'none' ? 'none' : state.exception && [state.exception.pull, state.exception.logins];
  };

  test.each<[string, unknown, readonly Decision[], readonly PullFacts[]]>([
    ['is none while one of them has none', null, [waiver()], [wearing('freeze-exception'), other('freeze-exception')]],
    ['is none while one of them lacks the label', null, [waiver(), forOther], [wearing('freeze-exception'), other('x')]],
    ['is that of all, and ends with the first to end', [31, ['boss', 'cara']], [waiver(), forOther], [wearing('freeze-exception'), other('freeze-exception')]],
    ['is none of nothing', null, [waiver()], []],
  ])('%s', (_name, expected, decisions, pulls) => {
    expect(exceptionOf(decisions, pulls)).toEqual(expected);
  });
});

describe('an exception from a freeze', () => {
  const frozen = (decisions: readonly Decision[]) => ({ policy: dated, now: inside, decisions });
  test.each<[string, string, Parameters<typeof freezeState>[0], PullFacts]>([
    ['takes the label and an authority', 'frozen by dates, excepted', frozen([waiver()]), wearing('freeze-exception')],
    ['is told whatever the case of its label', 'frozen by dates, excepted', frozen([waiver()]), wearing('Freeze-Exception')],
    ['is none by the label alone', 'frozen by dates', frozen([]), wearing('freeze-exception')],
    ['is none by the authority alone', 'frozen by dates', frozen([waiver()]), pull],
    ['of another pull request does not count', 'frozen by dates', frozen([waiver({ scope: { kind: 'pull', pull: 31 } })]), wearing('freeze-exception')],
    [
      'that names no pull request does not count',
      'frozen by dates',
      frozen([waiver({ scope: { kind: 'release', release: '1.0' } })]),
      wearing('freeze-exception'),
    ],
    ['ends at its date', 'frozen by dates', frozen([waiver({ until: inside })]), wearing('freeze-exception')],
    [
      'ends when it is revoked',
      'frozen by dates',
      frozen([waiver({ id: 'd-1' }), decision('revoke', 'd-1', { at: '2027-12-19T19:00:00Z' })]),
      wearing('freeze-exception'),
    ],
    [
      'goes by the label of the configuration',
      'frozen by issue, excepted',
      { policy: labelled, now: inside, decisions: [waiver()], freezeIssues: [open] },
      wearing('hotfix'),
    ],
    [
      'does not go by another label',
      'frozen by issue',
      { policy: labelled, now: inside, decisions: [waiver()], freezeIssues: [open] },
      wearing('freeze-exception'),
    ],
  ])('%s', (_name, expected, input, of) => {
    expect(summary(input, of)).toBe(expected);
  });
});
