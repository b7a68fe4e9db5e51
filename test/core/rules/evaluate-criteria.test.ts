import { describe, expect, it } from 'vitest';
import { wrapMarked } from '../../../src/core/markers/marker.ts';
import type { Decision } from '../../../src/core/people/decision.ts';
import { countedLabels } from '../../../src/core/rules/counted-labels.ts';
import { evaluateCriteria } from '../../../src/core/rules/evaluate-criteria.ts';
import { decision, playbookOf, world, type WorldInput } from './rule-world.ts';

const holds = { files: { paths: ['docs/**'] } };
const lacks = { files: { paths: ['missing/**'] } };

function judged(criterion: Record<string, unknown>, changes: WorldInput = {}) {
  const playbook = playbookOf({ criteria: [{ id: 'c', category: 'quality', block: 's0', target: 'release', rule: holds, ...criterion }] });
  const [only] = evaluateCriteria(world({ playbook, ...changes }).context);
  if (!only) throw new Error('one criterion was expected');
  return only;
}

describe('evaluateCriteria', () => {
  it.each([
    ['binds from an earlier block on', {}, {}, 'binds criterion c: pass files.found'],
    ['binds in the block of today', { block: 's1' }, {}, 'binds criterion c: pass files.found'],
    ['does not bind before its block', { block: 's2', rule: lacks }, {}, 'not-yet criterion c: not-applicable criterion.not-yet'],
    ['is left out for an earlier target', { target: 'beta', rule: lacks }, {}, 'later-target criterion c: not-applicable criterion.later-target'],
    [
      'is asked once its target is aimed at',
      { target: 'beta', rule: lacks },
      { policy: { release: { branches: [], heads: [], labels: [], always: [], target: 'beta' } } },
      'binds criterion c: fail files.missing',
    ],
    [
      'is asked when the policy aims at an unknown target',
      { target: 'beta', rule: lacks },
      { policy: { release: { branches: [], heads: [], labels: [], always: [], target: 'bta' } } },
      'binds criterion c: fail files.missing',
    ],
    ['is not meant for another tier', { tiers: [1] }, {}, 'not-applicable criterion c: not-applicable scope.tier'],
    ['is not meant for another product', { products: ['genai'] }, {}, 'not-applicable criterion c: not-applicable scope.product'],
    ['is not meant without its regulation', { regulations: ['GDPR'] }, {}, 'not-applicable criterion c: not-applicable scope.regulation'],
    ['is not meant without a component of its kind', { kinds: ['model'] }, {}, 'not-applicable criterion c: not-applicable scope.kind'],
    ['is meant for one of several', { regulations: ['GDPR', 'LFPDPPP'], kinds: ['model', 'api'] }, {}, 'binds criterion c: pass files.found'],
  ])('%s', (...row) => {
    const [, criterion, changes, expected] = row;
    const { binding, verdict } = judged(criterion, changes as WorldInput);
    expect(`${binding} criterion ${verdict.id}: ${verdict.verdict} ${verdict.code}`).toBe(expected);
  });

  it('binds by the later of the repository’s block and the pull request’s milestone', () => {
    const milestone = { number: 1, title: 'any', description: wrapMarked('.', 's02', 'text'), state: 'open' as const, dueOn: null };
    expect(judged({ block: 's2' }, { pull: { milestone } }).binding).toBe('binds');
    const early = { ...milestone, description: wrapMarked('.', 's00', 'text') };
    expect(judged({ block: 's1' }, { pull: { milestone: early } }).binding).toBe('binds');
  });

  it('passes by a waiver that stands, and keeps the truth below it', () => {
    const waiver = decision('waive', 'c', { until: '2027-03-01T00:00:00Z', reason: 'the vendor ships in March' });
    const { verdict } = judged({ rule: lacks }, { snapshot: { decisions: [waiver] } });
    expect(verdict).toMatchObject({ verdict: 'pass', code: 'criterion.waived', waivedBy: { login: 'zoe', until: '2027-03-01T00:00:00Z' } });
    expect(verdict.children).toMatchObject([{ verdict: 'fail', code: 'files.missing' }]);
  });

  it.each([
    ['has expired', [decision('waive', 'c', { until: '2027-01-28T18:00:00Z' })]],
    ['has no end', [decision('waive', 'c', { until: null })]],
    ['was revoked', [decision('waive', 'c', { until: '2027-03-01T00:00:00Z' }), decision('revoke', 'd-waive-c')]],
    ['is of another repository', [decision('waive', 'c', { until: '2027-03-01T00:00:00Z', repository: 8 })]],
    ['is of another unit', [decision('waive', 'c', { until: '2027-03-01T00:00:00Z', unit: 'packages/a' })]],
  ])('does not pass by a waiver that %s', (_name, decisions) => {
    expect(judged({ rule: lacks }, { snapshot: { decisions } }).verdict.verdict).toBe('fail');
  });

  it('is waived only when as many signed as its authority needs, and as long as all of them do', () => {
    const proof = {
      authority: 'architects',
      rule: { teams: ['acme/architects'], count: 2 },
      via: [{ kind: 'team' as const, name: 'acme/architects' }],
      checkedAt: '2027-01-20T10:00:00Z',
    };
    const first = decision('waive', 'c', { until: '2027-03-01T00:00:00Z', proof });
    const second = decision('waive', 'c', {
      id: 'd-second',
      at: '2027-01-21T10:00:00Z',
      until: '2027-02-01T00:00:00Z',
      proof,
      by: { id: 43, login: 'max', type: 'User' },
    });
    const again = { ...second, by: first.by };
    const verdictOf = (decisions: readonly Decision[]) => judged({ rule: lacks }, { snapshot: { decisions } }).verdict;
    expect([[first], [first, again]].map((decisions) => verdictOf(decisions).verdict)).toEqual(['fail', 'fail']);
    expect(verdictOf([first, second])).toMatchObject({ verdict: 'pass', waivedBy: { login: 'zoe, max', until: '2027-02-01T00:00:00Z' } });
  });

  it('cannot be told where decisions were not read: what fails may be waived', () => {
    const unavailable = [{ what: 'decisions', why: '403' }];
    const { verdict } = judged({ rule: lacks }, { snapshot: { unavailable } });
    expect(verdict).toMatchObject({ verdict: 'cannot-evaluate', code: 'criterion.waiver-unknown', children: [{ verdict: 'fail', code: 'files.missing' }] });
    const waiver = decision('waive', 'c', { until: '2027-03-01T00:00:00Z' });
    expect(judged({ rule: lacks }, { snapshot: { unavailable, decisions: [waiver] } }).verdict.verdict).toBe('cannot-evaluate');
    expect(judged({ rule: { attestation: { authority: 'architects' } } }, { snapshot: { unavailable } }).verdict).toMatchObject({
      verdict: 'cannot-evaluate',
      code: 'attestation.decisions-unavailable',
    });
  });

  it('does not mark as waived what holds anyway', () => {
    const waiver = decision('waive', 'c', { until: '2027-03-01T00:00:00Z' });
    expect(judged({}, { snapshot: { decisions: [waiver] } }).verdict.waivedBy).toBeUndefined();
  });
});

describe('countedLabels', () => {
  it('finds every set of labels, however deep it stands', () => {
    const rule = {
      all: [{ issues: { labels: ['b', 'a'], open: { fewerThan: 1 } } }, { not: { any: [{ issues: { labels: ['c'], open: { fewerThan: 1 } } }] } }],
    };
    const playbook = playbookOf({ criteria: [{ id: 'x', category: 'quality', block: 's0', target: 'release', rule }] });
    expect(countedLabels(world({ playbook }).policy)).toEqual(['a,b', 'c']);
  });
});
