import { describe, expect, it } from 'vitest';
import { wrapMarked } from '../../../src/core/markers/marker.ts';
import type { Decision } from '../../../src/core/people/decision.ts';
import { countedLabels } from '../../../src/core/rules/counted-labels.ts';
import { evaluateCriteria } from '../../../src/core/rules/evaluate-criteria.ts';
import { decision, playbookOf, world, type WorldInput } from './rule-world.ts';

const holds = { files: { paths: ['docs/**'] } };
const other = { sha: 'a'.repeat(40), repositoryId: 7 };
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

  describe('waived with a reach', () => {
    const until = '2027-03-01T00:00:00Z';
    const waivedFor = (scope: Decision['scope']) => (scope ? decision('waive', 'c', { until, scope }) : decision('waive', 'c', { until }));
    const milestone = { number: 3, title: 'v1.4.0', description: '', state: 'open' as const, dueOn: null };
    it.each([
      ['this pull request', { kind: 'pull', pull: 12 }, {}, 'pass'],
      ['another pull request', { kind: 'pull', pull: 13 }, {}, 'fail'],
      ['this release, by its branch', { kind: 'release', release: '1' }, {}, 'pass'],
      ['this release, by its milestone', { kind: 'release', release: '1.4.0' }, { milestone }, 'pass'],
      ['another release', { kind: 'release', release: '2' }, { milestone }, 'fail'],
      [
        'a release whose milestone an ordinary pull request bears',
        { kind: 'release', release: '1.4.0' },
        { milestone, head: { ...other, ref: 'work' } },
        'fail',
      ],
      ['a component, where the criterion is judged as a whole', { kind: 'component', component: 'shop-api' }, {}, 'fail'],
    ] as const)('for %s', (_name, scope, pull, expected) => {
      expect(judged({ rule: lacks }, { pull, snapshot: { decisions: [waivedFor(scope)] } }).verdict.verdict).toBe(expected);
    });

    const tested = { all: [{ tests: { type: 'unit', kind: 'api' } }, { tests: { type: 'unit', kind: 'web' } }] };
    it.each([
      ['this component lets it go, and no other', ['shop-api'], 'cannot-evaluate'],
      ['another component lets nothing of this one go', ['shop-model'], 'cannot-evaluate'],
      ['each of its components lets it go', ['shop-api', 'shop-web'], 'pass'],
    ])('%s', (_name, components, expected) => {
      const decisions = components.map((component) => ({ ...waivedFor({ kind: 'component', component }), id: `d-${component}` }));
      const { verdict } = judged({ rule: tested }, { snapshot: { decisions } });
      expect(verdict.verdict).toBe(expected);
      const scope = components.includes('shop-api') ? { kind: 'component', component: 'shop-api' } : undefined;
      expect(verdict.children[0]?.waivedBy?.scope).toEqual(scope);
    });

    it('and what it lets go is still shown as it was judged', () => {
      const decisions = [waivedFor({ kind: 'component', component: 'shop-api' })];
      const [api] = judged({ rule: tested }, { snapshot: { decisions } }).verdict.children;
      expect(api?.children).toMatchObject([{ verdict: 'cannot-evaluate', code: 'tests.missing' }]);
    });

    it('for a component also where the criterion only refers to the one that judges it', () => {
      const criteria = [
        { id: 'c', category: 'quality', block: 's0', target: 'release', rule: { criterion: 'd' } },
        { id: 'd', category: 'quality', block: 's0', target: 'release', rule: { coverage: { of: 'api' } } },
      ];
      const decisions = [waivedFor({ kind: 'component', component: 'shop-api' })];
      const verdicts = evaluateCriteria(world({ playbook: playbookOf({ criteria }), snapshot: { decisions } }).context);
      expect(verdicts.map(({ verdict }) => verdict.verdict)).toEqual(['pass', 'cannot-evaluate']);
    });

    it('needs its signatures for the same reach', () => {
      const rule = { teams: ['acme/sre'], count: 2 };
      const proof = { authority: 'architects', rule, via: [{ kind: 'team' as const, name: 'acme/sre' }], checkedAt: '2027-01-28T00:00:00Z' };
      const first = { ...waivedFor({ kind: 'pull', pull: 12 }), proof };
      const second = { ...waivedFor({ kind: 'pull', pull: 13 }), id: 'd-2', proof, by: { id: 40, login: 'max', type: 'User' as const } };
      expect(judged({ rule: lacks }, { snapshot: { decisions: [first, second] } }).verdict.verdict).toBe('fail');
    });

    it('says the reach and what is done instead', () => {
      const waiver = { ...waivedFor({ kind: 'pull', pull: 12 }), reason: 'late', control: 'requests are capped' };
      expect(judged({ rule: lacks }, { snapshot: { decisions: [waiver] } }).verdict.reason).toBe(
        'Waived by `zoe` until 2027-02-28, only for pull request #12: late (instead: requests are capped)',
      );
    });
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
