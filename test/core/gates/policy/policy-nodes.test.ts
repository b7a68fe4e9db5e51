import { describe, expect, test } from 'vitest';
import { evaluatePolicyGate } from '../../../../src/core/gates/policy/evaluate-policy-gate.ts';
import type { PolicyGateInput } from '../../../../src/core/gates/policy/policy-gate-input.ts';
import type { Locale } from '../../../../src/core/playbook/text-schema.ts';
import type { ConfigPreview } from '../../../../src/core/policy/config-preview.ts';
import type { Policy, PolicyState } from '../../../../src/core/policy/policy.ts';
import type { PullFacts } from '../../../../src/core/snapshot/facts.ts';
import type { PullSnapshot } from '../../../../src/core/snapshot/pull-snapshot.ts';
import { authorities, decision, policyOf, team, user } from '../../people/people-fixtures.ts';
import { pullOf, snapshotOf } from '../checkpoint/checkpoint-world.ts';
import { whole } from '../whole-node.ts';

const release = 'release: { branches: [main], labels: [release] }\n';
const freeze = 'freeze:\n  - { from: 2027-03-10, to: 2027-03-12, reason: audit }\n  - { from: 2027-02-01, to: 2027-02-05, reason: migration }\n';
const plainPolicy = policyOf(`${authorities}${release}`);
const sha = 'b'.repeat(40);
const problem = { file: '.github/sprintgate.yml', line: 4, column: 7, path: 'tier', message: 'tier is 9; write 1 to 4.' };
const weakening = { kind: 'tier-lower' as const, path: 'tier', from: '1', to: '4' };
const state = (more: Partial<PolicyState>): PolicyState =>
  ({ kind: 'in-force', policy: plainPolicy, commit: 'abcdef1'.padEnd(40, '0'), problems: [], lastGood: false, ...more }) as PolicyState;

interface World {
  readonly policy?: Policy;
  readonly locale?: Locale;
  readonly snapshot?: Partial<PullSnapshot>;
  readonly pull?: Partial<PullFacts>;
  readonly preview?: ConfigPreview;
}

function gateOf({ policy = plainPolicy, locale = 'en', snapshot = {}, pull = {}, preview }: World) {
  const under = { ...policy, locale };
  const facts: PullSnapshot = { ...snapshotOf(), policy: state({}), ...snapshot };
  const input: PolicyGateInput = { policy: under, snapshot: facts, pull: { ...pullOf(), ...pull }, gate: 'policy', ...(preview ? { preview } : {}) };
  return evaluatePolicyGate(input);
}

const nodeOf = (world: World, id: string) => whole(gateOf(world).children.find((child) => child.id === id));

const approval = decision('approve', 'config/30', { as: 'security-team', via: [team('security')], commits: { from: null, to: sha } });
const none: ConfigPreview = { problems: [], weakenings: [] };
const weak: ConfigPreview = { problems: [], weakenings: [weakening] };
const mend = 'Mend `.github/sprintgate.yml` on the default branch; `sprintgate validate` shows every error with its line.';
const frozenPolicy = policyOf(`${authorities}${release}${freeze}`);
const isRelease = { labels: ['release'] };

type Row = readonly [name: string, id: string, world: World, said: object];

const config: readonly Row[] = [
  [
    'in force, of a version',
    'config',
    {},
    { title: 'Configuration in force', verdict: 'pass', code: 'policy.in-force', reason: 'In force, version `abcdef1` of the file, without an error.' },
  ],
  [
    'in force, of a version that nobody knows',
    'config',
    { snapshot: { policy: state({ commit: null }) } },
    { title: 'Configuration in force', verdict: 'pass', code: 'policy.in-force', reason: 'In force, without an error.' },
  ],
  [
    'in force with a notice',
    'config',
    { snapshot: { policy: state({ problems: [problem] }) } },
    {
      title: 'Configuration in force',
      verdict: 'pass',
      code: 'policy.in-force',
      reason: 'In force, with a notice: `.github/sprintgate.yml:4:7` tier is 9; write 1 to 4.',
    },
  ],
  [
    'in force with two notices',
    'config',
    { snapshot: { policy: state({ problems: [problem, { ...problem, line: 9 }] }) } },
    {
      title: 'Configuration in force',
      verdict: 'pass',
      code: 'policy.in-force',
      reason: 'In force, with 2 notices: `.github/sprintgate.yml:4:7` tier is 9; write 1 to 4.',
    },
  ],
  [
    'broken, while the last good one rules',
    'config',
    { snapshot: { policy: state({ problems: [problem], lastGood: true }) } },
    {
      title: 'Configuration in force',
      verdict: 'fail',
      code: 'policy.last-good',
      reason:
        'The configuration on the default branch has an error (`.github/sprintgate.yml:4:7` tier is 9; write 1 to 4.); the last good one (version `abcdef1`) stays in force.',
      next: mend,
      brief: 'the configuration in force is an older one; the new one has errors',
    },
  ],
  [
    'broken, and mended by this pull request',
    'config',
    { snapshot: { policy: state({ problems: [problem], lastGood: true }) }, preview: none },
    {
      title: 'Configuration in force',
      verdict: 'pass',
      code: 'policy.mended-here',
      reason: 'The configuration on the default branch is broken, and this pull request mends it; until then the last good one is in force.',
    },
  ],
  [
    'that could not be told',
    'config',
    { snapshot: { policy: { kind: 'absent' } as PolicyState } },
    { title: 'Configuration in force', verdict: 'cannot-evaluate', code: 'policy.config-unknown', reason: mend, next: mend },
  ],
  [
    'that this pull request brings, without an error',
    'preview',
    { preview: none },
    { title: 'Configuration of this pull request', verdict: 'pass', code: 'policy.preview-good', reason: 'Can be read without an error.' },
  ],
  [
    'that this pull request brings, with errors',
    'preview',
    { preview: { problems: [problem, problem], weakenings: [] } },
    {
      title: 'Configuration of this pull request',
      verdict: 'fail',
      code: 'policy.preview-broken',
      reason: 'Has 2 errors: `.github/sprintgate.yml:4:7` tier is 9; write 1 to 4.',
      next: 'Mend the lines that the annotations name.',
      brief: 'its configuration has 2 errors',
    },
  ],
  [
    'with what becomes of other pull requests',
    'flips',
    { preview: { ...none, flips: { kind: 'judged', open: 0, judged: 0, pulls: [] } } },
    { title: 'Other open pull requests', verdict: 'pass', code: 'policy.flips', reason: 'No other is open.' },
  ],
  [
    'that asks for less in two places',
    'weakening',
    { preview: { problems: [], weakenings: [weakening, { ...weakening, path: 'other' }] } },
    {
      title: 'Weaker demands',
      verdict: 'fail',
      code: 'policy.weakened',
      reason: 'Asks for less than before: `tier` (a less critical tier: 1 → 4); `other` (a less critical tier: 1 → 4).',
      next: 'To be approved by team `acme/security` or `boss` with `/sprintgate approve config` on this pull request, or the change is taken back.',
      brief: 'it asks for less than before in 2 places',
    },
  ],
  [
    'that asks for less, which nobody may approve',
    'weakening',
    { policy: policyOf(release), preview: weak },
    {
      title: 'Weaker demands',
      verdict: 'fail',
      code: 'policy.weakened',
      reason: 'Asks for less than before: `tier` (a less critical tier: 1 → 4).',
      next: 'Nobody may approve it: set `authorities.security-team`, or take the change back.',
      brief: 'it asks for less than before in one place',
    },
  ],
  [
    'that asks for less, approved for this commit',
    'weakening',
    { preview: weak, snapshot: { decisions: [approval, { ...approval, id: 'd-twice' }] } },
    { title: 'Weaker demands', verdict: 'pass', code: 'policy.weakening-approved', reason: 'The weaker demands were approved by `ana` for this head commit.' },
  ],
];

const others: readonly Row[] = [
  ['a hold that is not there', 'hold', {}, { title: 'Hold', verdict: 'pass', code: 'policy.not-held', reason: 'Nobody holds it.' }],
  [
    'a hold',
    'hold',
    { snapshot: { decisions: [decision('hold', 'pull/30', { reason: 'legal asks' })] } },
    {
      title: 'Hold',
      verdict: 'fail',
      code: 'policy.held',
      reason: 'Held by `ana`: legal asks',
      next: 'An authority who did not write this pull request lets it go with `/sprintgate unhold`.',
    },
  ],
  [
    'a hold, in Spanish',
    'hold',
    { locale: 'es', snapshot: { decisions: [decision('hold', 'pull/30', { reason: 'legal' })] } },
    {
      title: 'Retención',
      verdict: 'fail',
      code: 'policy.held',
      reason: 'Retenido por `ana`: legal',
      next: 'Lo libera con `/sprintgate liberar` una autoridad que no sea autora de este pull request.',
    },
  ],
  [
    'a hold that nobody could read',
    'hold',
    { snapshot: { unavailable: [{ what: 'decisions', why: 'the store does not answer' }] } },
    {
      title: 'Hold',
      verdict: 'cannot-evaluate',
      code: 'policy.hold-unknown',
      reason: 'Whether somebody holds it cannot be told, since the decisions could not be read: the store does not answer',
      next: 'Once they can be read, `/sprintgate recheck` evaluates it again.',
    },
  ],
  [
    'a freeze that comes, the nearest first',
    'freeze',
    { policy: frozenPolicy, pull: isRelease },
    { title: 'Freeze', verdict: 'pass', code: 'policy.not-frozen', reason: 'No freeze today; the next one is from 2027-02-01 to 2027-02-05: migration' },
  ],
  [
    'a freeze on the last day before it',
    'freeze',
    { policy: frozenPolicy, pull: isRelease, snapshot: { now: '2027-02-06T18:00:00Z' } },
    { title: 'Freeze', verdict: 'pass', code: 'policy.not-frozen', reason: 'No freeze today; the next one is from 2027-03-10 to 2027-03-12: audit' },
  ],
  [
    'freezes that are all over',
    'freeze',
    { policy: frozenPolicy, pull: isRelease, snapshot: { now: '2027-04-06T18:00:00Z' } },
    { title: 'Freeze', verdict: 'pass', code: 'policy.not-frozen', reason: 'No freeze today.' },
  ],
  [
    'an override',
    'override',
    {
      snapshot: {
        decisions: [
          decision('override', 'pull/30', {
            reason: 'outage',
            until: '2027-01-28T12:00:00Z',
            commits: { from: null, to: sha },
            via: [user('boss')],
            as: 'escalation',
          }),
        ],
      },
    },
    {
      title: 'Override',
      verdict: 'pass',
      code: 'policy.override',
      reason: '`ana` opened the gates for this head commit until 2027-01-28 06:00 (UTC-6): outage',
      next: 'A push or the end of the 24 hours ends it; the follow-up issue stays.',
    },
  ],
];

describe.each([
  ['a configuration', config],
  ['beside the configuration,', others],
] as const)('%s', (_, rows) => {
  test.each(rows)('%s', (...[, id, world, said]) => {
    expect(nodeOf(world, id)).toEqual({ id, next: null, children: [], ...said });
  });
});

describe('the gate', () => {
  test('says nothing of what is not there', () => {
    expect(gateOf({}).children.map(({ id }) => id)).toEqual(['config', 'hold']);
    expect(gateOf({ policy: frozenPolicy }).children.map(({ id }) => id)).toEqual(['config', 'hold']);
    expect(gateOf({ pull: isRelease }).children.map(({ id }) => id)).toEqual(['config', 'hold']);
    expect(gateOf({ preview: { ...none, flips: { kind: 'not-computed', why: 'unreadable' } } }).children.map(({ id }) => id)).toEqual([
      'config',
      'preview',
      'flips',
      'hold',
    ]);
  });

  test.each<[string, World, object]>([
    [
      'reads well where all is',
      {},
      { verdict: 'pass', code: 'policy.all-well', reason: 'The configuration is good, and nothing holds this pull request back.', next: null },
    ],
    [
      'reads by the one thing that is not, with its short form',
      { preview: weak },
      {
        verdict: 'fail',
        code: 'policy.weakened',
        reason: 'Asks for less than before: `tier` (a less critical tier: 1 → 4).',
        brief: 'it asks for less than before in one place',
        next: 'To be approved by team `acme/security` or `boss` with `/sprintgate approve config` on this pull request, or the change is taken back.',
      },
    ],
    [
      'names all that is not, and begins with the first',
      { preview: weak, snapshot: { decisions: [decision('hold', 'pull/30', { reason: 'legal' })] } },
      {
        verdict: 'fail',
        code: 'policy.weakened',
        reason: 'To look at: Weaker demands, Hold.',
        next: 'To be approved by team `acme/security` or `boss` with `/sprintgate approve config` on this pull request, or the change is taken back.',
      },
    ],
    [
      'tells of what is mended here',
      { snapshot: { policy: state({ problems: [problem], lastGood: true }) }, preview: none },
      {
        verdict: 'pass',
        code: 'policy.mended-here',
        reason: 'The configuration on the default branch is broken, and this pull request mends it; until then the last good one is in force.',
        next: null,
      },
    ],
  ])('%s', (_, world, said) => {
    const { children: _children, ...rest } = gateOf(world);
    expect(rest).toEqual({ id: 'policy', gate: 'policy', title: rest.title, ...said });
  });
});
