import { describe, expect, test } from 'vitest';
import { applyOverride } from '../../../../src/core/people/apply-override.ts';
import { activeOverride } from '../../../../src/core/people/active-override.ts';
import { evaluatePolicyGate } from '../../../../src/core/gates/policy/evaluate-policy-gate.ts';
import type { ConfigPreview } from '../../../../src/core/policy/config-preview.ts';
import { checkTitle } from '../../../../src/core/report/check-title.ts';
import type { PolicyState } from '../../../../src/core/policy/policy.ts';
import type { PullFacts } from '../../../../src/core/snapshot/facts.ts';
import type { PullSnapshot } from '../../../../src/core/snapshot/pull-snapshot.ts';
import { authorities, decision, inForce, person, policyOf, repository, team } from '../../people/people-fixtures.ts';

const policy = policyOf(
  `${authorities}\nfreeze:\n  - { from: 2027-12-15, to: 2028-01-06, reason: year end }\nrelease: { branches: [main], labels: [release] }\n`,
);
const sha = 'b'.repeat(40);
const pull: PullFacts = {
  number: 30,
  title: 'Work',
  url: '',
  state: 'open',
  merged: false,
  author: person('dev'),
  head: { sha, ref: 'work', repositoryId: repository.id },
  base: { sha: 'a'.repeat(40), ref: 'main' },
  labels: [],
  milestone: null,
  closes: [],
  files: [],
};
const problem = { file: '.github/sprintgate.yml', line: 4, column: 7, path: 'tier', message: 'tier is 9; write 1 to 4.' };
const weakening = { kind: 'tier-lower' as const, path: 'tier', from: '1', to: '4' };
const good: PolicyState = inForce(policy);
const lastGood: PolicyState = { kind: 'in-force', policy, commit: 'a'.repeat(40), problems: [problem], lastGood: true };

function snapshotOf(more: Partial<PullSnapshot>): PullSnapshot {
  return {
    now: '2027-06-01T18:00:00Z',
    repository,
    policy: good,
    headSha: sha,
    pulls: [pull],
    tree: [],
    evidence: { bundles: [], runningWorkflows: [], refused: [] },
    decisions: [],
    seeded: [],
    milestones: [],
    openIssuesByLabel: {},
    checkRuns: [],
    reportComments: {},
    knownReleases: [],
    unavailable: [],
    appId: 77,
    ...more,
  };
}

const release = { ...pull, labels: ['release'] };
const frozen = '2028-01-07T05:59:59Z';
const thawed = '2028-01-07T06:00:00Z';
const labelled = policyOf(`${authorities}\nfreezeLabel: incident\nrelease: { branches: [main], labels: [release] }\n`);
const byIssue: PolicyState = inForce(labelled);
const excepted = decision('waive', 'freeze', {
  as: 'escalation',
  via: [{ kind: 'user', name: 'boss' }],
  login: 'boss',
  scope: { kind: 'pull', pull: 30 },
  until: thawed,
  reason: 'a security fix',
});
const hold = decision('hold', 'pull/30', { reason: 'legal' });
const approval = (more: Parameters<typeof decision>[2] = {}) =>
  decision('approve', 'config/30', { as: 'security-team', via: [team('security')], commits: { from: null, to: sha }, ...more });

describe('the policy gate', () => {
  test.each([
    ['passes when nothing is wrong', {}, pull, undefined, 'pass', 'policy.all-well'],
    ['fails while the last good configuration rules', { policy: lastGood }, pull, undefined, 'fail', 'policy.last-good'],
    ['passes for the pull request that mends it', { policy: lastGood }, pull, { problems: [], weakenings: [] }, 'pass', 'policy.mended-here'],
    ['fails for one that mends it wrongly', { policy: lastGood }, pull, { problems: [problem], weakenings: [] }, 'fail', 'policy.last-good'],
    ['fails on errors in the configuration that it brings', {}, pull, { problems: [problem], weakenings: [] }, 'fail', 'policy.preview-broken'],
    ['fails on weaker demands', {}, pull, { problems: [], weakenings: [weakening] }, 'fail', 'policy.weakened'],
    [
      'passes on weaker demands that the tier’s authority approved',
      { decisions: [approval()] },
      pull,
      { problems: [], weakenings: [weakening] },
      'pass',
      'policy.all-well',
    ],
    [
      'does not take an approval of an earlier commit',
      { decisions: [approval({ commits: { from: null, to: 'c'.repeat(40) } })] },
      pull,
      { problems: [], weakenings: [weakening] },
      'fail',
      'policy.weakened',
    ],
    [
      'does not take an approval of another authority',
      { decisions: [approval({ as: 'architecture-review', via: [team('architects')] })] },
      pull,
      { problems: [], weakenings: [weakening] },
      'fail',
      'policy.weakened',
    ],
    ['fails while it is held', { decisions: [hold] }, pull, undefined, 'fail', 'policy.held'],
    ['passes after it was let go', { decisions: [hold, decision('unhold', 'pull/30')] }, pull, undefined, 'pass', 'policy.all-well'],
    ['is not held by the hold of another', { decisions: [decision('hold', 'pull/31')] }, pull, undefined, 'pass', 'policy.all-well'],
    [
      'cannot tell a hold when decisions were not read',
      { unavailable: [{ what: 'decisions', why: '403' }] },
      pull,
      undefined,
      'cannot-evaluate',
      'policy.hold-unknown',
    ],
    ['holds a release back on the last day of a freeze', { now: frozen }, release, undefined, 'fail', 'policy.frozen'],
    ['lets it go the day after', { now: thawed }, release, undefined, 'pass', 'policy.all-well'],
    ['lets other work merge in a freeze', { now: frozen }, pull, undefined, 'pass', 'policy.all-well'],
    [
      'cannot be evaluated while nobody knows of an issue that freezes',
      { policy: byIssue, freezeIssues: null },
      release,
      undefined,
      'cannot-evaluate',
      'policy.freeze-unknown',
    ],
    [
      'shows an exception from a freeze on top',
      { now: frozen, decisions: [excepted] },
      { ...release, labels: ['release', 'freeze-exception'] },
      undefined,
      'pass',
      'policy.freeze-excepted',
    ],
    ['holds back what was recognised as a release before', { now: frozen, knownReleases: [30] }, pull, undefined, 'fail', 'policy.frozen'],
  ] as [string, Partial<PullSnapshot>, PullFacts, ConfigPreview | undefined, string, string][])('%s', (_name, ...[more, about, preview, verdict, code]) => {
    const input = {
      policy: more.policy === byIssue ? labelled : policy,
      snapshot: snapshotOf(more),
      pull: about,
      gate: 'policy',
      ...(preview ? { preview } : {}),
    };
    expect(evaluatePolicyGate(input)).toMatchObject({ gate: 'policy', verdict, code });
  });
});

test('weaker demands wait for whom the organisation names, and for nobody else', () => {
  const ruled = { ...policy, weakeningBy: 'compliance' };
  const verdictOf = (decisions: PullSnapshot['decisions']) =>
    evaluatePolicyGate({ policy: ruled, snapshot: snapshotOf({ decisions }), pull, gate: 'policy', preview: { problems: [], weakenings: [weakening] } });
  expect(verdictOf([approval()])).toMatchObject({ verdict: 'fail', code: 'policy.weakened', next: expect.stringContaining('lawyer') });
  expect(verdictOf([approval({ as: 'compliance', via: [{ kind: 'user', name: 'lawyer' }] })]).verdict).toBe('pass');
});

test.each(['en', 'es'] as const)('the first line of a configuration in trouble is short, in %s', (locale) => {
  const many = Array.from({ length: 40 }, () => weakening);
  const problems = Array.from({ length: 40 }, () => problem);
  for (const [more, preview] of [
    [{}, { problems: [], weakenings: many }],
    [{}, { problems, weakenings: [] }],
    [{ policy: { ...lastGood, problems } as PolicyState }, undefined],
  ] as [Partial<PullSnapshot>, ConfigPreview | undefined][]) {
    const verdict = evaluatePolicyGate({ policy: { ...policy, locale }, snapshot: snapshotOf(more), pull, gate: 'policy', ...(preview ? { preview } : {}) });
    const title = checkTitle({ verdict, enforcement: 'block', locale, pull: null });
    expect(title.length).toBeLessThan(80);
    expect(title).toContain(verdict.brief);
  }
});

test.each([
  ['en', 'New: 1 issue (Own work).'],
  ['es', 'Nuevo: 1 issue (Own work).'],
] as const)('a good change of the configuration shows what becomes of the plan, in %s', (locale, reason) => {
  const none = { count: 0, titles: [] };
  const plan = {
    issues: { created: { count: 1, titles: ['Own work'] }, changed: none, retired: none },
    milestones: { created: none, changed: none, retired: none },
  };
  const verdict = evaluatePolicyGate({
    policy: { ...policy, locale },
    snapshot: snapshotOf({}),
    pull,
    gate: 'policy',
    preview: { problems: [], weakenings: [], plan },
  });
  expect(verdict.verdict).toBe('pass');
  expect(verdict.children.find(({ id }) => id === 'plan')).toMatchObject({ code: 'policy.plan', verdict: 'pass', reason });
});

describe('an override', () => {
  const override = decision('override', 'pull/30', { reason: 'production is down', until: '2027-06-02T12:00:00Z', commits: { from: null, to: sha } });
  test.each([
    ['is in force on its head', sha, '2027-06-01T18:00:00Z', true],
    ['ends with a push', 'c'.repeat(40), '2027-06-01T18:00:00Z', false],
    ['ends with its time', sha, '2027-06-02T12:00:00Z', false],
  ])('%s', (_name, ...[headSha, now, active]) => {
    expect(activeOverride([override], { number: 30, headSha, now }) !== null).toBe(active);
  });
  test('opens a gate, says until when, and leaves the tree as it is', () => {
    const gate = evaluatePolicyGate({ policy, snapshot: snapshotOf({ decisions: [hold] }), pull, gate: 'policy' });
    const opened = applyOverride(gate, override, policy);
    expect(opened).toMatchObject({ verdict: 'pass', code: 'override.active', waivedBy: { decision: override.id, until: '2027-06-02T12:00:00Z' } });
    expect(opened.children).toEqual(gate.children);
  });
  test('is shown in the gate', () => {
    const gate = evaluatePolicyGate({ policy, snapshot: snapshotOf({ decisions: [override] }), pull, gate: 'policy' });
    expect(gate.children.at(-1)).toMatchObject({ id: 'override', verdict: 'pass' });
  });
});
