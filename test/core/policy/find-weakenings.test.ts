import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../src/core/policy/policy.ts';
import { describeWeakening } from '../../../src/core/policy/describe-weakening.ts';
import { findWeakenings } from '../../../src/core/policy/find-weakenings.ts';
import type { Criterion } from '../../../src/core/playbook/playbook-schema.ts';
import { weakeningKinds } from '../../../src/core/policy/weakening.ts';
import { minimal, policyOf } from './resolved.ts';

const api = (settings: string) => `components: { api: { kind: api, paths: ["src/api/**"], ${settings} } }`;
const security = (rule: string) => `authorities: { security: ${rule} }`;
const start = (schedule: string) => ({ from: 'start: 2027-01-11', to: schedule });

function withText(...extra: string[]): Policy {
  return policyOf(`${minimal}${extra.join('\n')}\n`);
}

/** With such release units. */
function twoComponents(units: string): Policy {
  return withText('components: { api: { kind: api, paths: ["src/api/**"] }, web: { kind: api, paths: ["src/web/**"] } }', `release: { units: { ${units} } }`);
}

function carrying(limits: string): Policy {
  return withText(`coverage: { carryForward: ${limits} }`, api(''));
}

/** The component `api`, and around it one over all of `src`. */
function nested(outer: string, settings: string, place: 'before' | 'after'): Policy {
  const around = `${outer}, paths: ["src/**"], ${settings} }`;
  const inner = 'api: { kind: api, paths: ["src/api/**"] }';
  return withText(`components: { ${place === 'before' ? `${around}, ${inner}` : `${inner}, ${around}`} }`);
}

function changedStart(schedule: string): Policy {
  return policyOf(minimal.replace(start('').from, schedule));
}

function withCriterion(id: string, change: (criterion: Criterion) => Criterion | null): Policy {
  const policy = policyOf(minimal);
  const criteria = policy.playbook.criteria.flatMap((criterion) => {
    const changed = criterion.id === id ? change(criterion) : criterion;
    return changed ? [changed] : [];
  });
  return { ...policy, digest: 'changed', playbook: { ...policy.playbook, criteria } };
}

const table: [what: string, before: Policy, after: Policy, kinds: string[]][] = [
  ['a lower floor', withText(api('coverage: { target: 92 }')), withText(api('')), ['floor-lower']],
  ['a lower total', withText('coverage: { total: 90 }'), withText(''), ['total-lower']],
  ['a total that may be met exactly', withText(''), withText('coverage: { strict: false }'), ['total-lower']],
  ['a wider tolerance for small changes', withText(''), withText('coverage: { smallChange: 50 }'), ['tolerance-wider']],
  ['a greater drop against the base', withText('coverage: { threshold: 1 }'), withText('coverage: { threshold: 1.5 }'), ['tolerance-wider']],
  ['a drop against the base that is not judged any more', withText('coverage: { threshold: 0 }'), withText(''), ['tolerance-wider']],
  [
    'a greater drop of one component',
    withText('components: { api: { kind: api, paths: ["src/**"], coverage: { threshold: 0 } } }'),
    withText('components: { api: { kind: api, paths: ["src/**"] } }'),
    ['tolerance-wider'],
  ],
  ['a drop against the base that is judged now', withText(''), withText('coverage: { threshold: 5 }'), []],
  ['evidence that is carried forward', withText(''), withText('coverage: { carryForward: { days: 7, commits: 20 } }'), ['carry-longer']],
  ['evidence that is carried for longer', carrying('{ days: 7, commits: 20 }'), carrying('{ days: 8, commits: 20 }'), ['carry-longer']],
  ['evidence that is carried over more commits', carrying('{ days: 7, commits: 20 }'), carrying('{ days: 7, commits: 21 }'), ['carry-longer']],
  [
    'one component whose evidence is carried for longer',
    withText('coverage: { carryForward: { days: 7, commits: 20 } }', api('coverage: { carryForward: false }')),
    withText('coverage: { carryForward: { days: 7, commits: 20 } }', api('')),
    ['carry-longer'],
  ],
  ['more files that no report mentions', withText('coverage: { unreportedLimit: 3 }'), withText('coverage: { unreportedLimit: 4 }'), ['tolerance-wider']],
  ['a criterion switched off', policyOf(minimal), withCriterion('fast', () => null), ['criterion-off']],
  ['a criterion of a later block', policyOf(minimal), withCriterion('fast', (criterion) => ({ ...criterion, block: 's01' })), ['criterion-later']],
  ['a criterion of a later target', policyOf(minimal), withCriterion('fast', (criterion) => ({ ...criterion, target: 'alpha' })), ['criterion-later']],
  [
    'a longer validity',
    policyOf(minimal),
    withCriterion('attested', (criterion) => ({ ...criterion, rule: { attestation: { authority: 'security', validDays: 91 } } })),
    ['validity-longer'],
  ],
  [
    'a rule of another shape',
    policyOf(minimal),
    withCriterion('attested', (criterion) => ({ ...criterion, rule: { files: { paths: ['x'], least: 1 } } })),
    ['criterion-easier'],
  ],
  [
    'a criterion that no gate judges any more',
    policyOf(minimal),
    withCriterion('attested', (criterion) => ({ ...criterion, gate: undefined })),
    ['criterion-easier'],
  ],
  ['a less critical tier', policyOf(minimal), policyOf(minimal.replace('tier: 2', 'tier: 3')), ['tier-lower']],
  [
    'a more critical tier that asks for less, since tiers are not nested',
    policyOf(minimal),
    policyOf(minimal.replace('tier: 2', 'tier: 1')),
    ['criterion-off'],
  ],
  ['fewer people', withText(security('{ teams: [a/b], count: 2 }')), withText(security('{ teams: [a/b], count: 1 }')), ['authority-loosened']],
  [
    'one of two where both had to sign',
    withText(security('{ all: [ { users: [x] }, { users: [y] } ] }')),
    withText(security('{ any: [ { users: [x] }, { users: [y] } ] }')),
    ['authority-loosened'],
  ],
  ["one's own name", withText(security('{ users: [x] }')), withText(security('{ users: [x, me] }')), ['authority-loosened', 'name-added']],
  ['a name where nobody could sign', withText(''), withText(security('{ users: [me] }')), ['name-added']],
  ['a later start', policyOf(minimal), changedStart('start: 2027-01-12'), ['schedule-later']],
  ['longer sprints', policyOf(minimal), changedStart('start: 2027-01-11, sprint: 3w'), ['schedule-later']],
  ['a holiday', policyOf(minimal), changedStart('start: 2027-01-11, holidays: [2027-02-01]'), ['schedule-later']],
  ['a time zone further west', policyOf(minimal), changedStart('start: 2027-01-11, timezone: America/Tijuana'), ['schedule-later']],
  ['a component removed', withText(api('')), withText(''), ['component-removed']],
  ['narrower paths', withText(api('')), withText('components: { api: { kind: api, paths: ["src/api/v1/**"] } }'), ['component-narrowed']],
  ['a new exclusion', withText(api('')), withText(api('exclude: ["src/api/legacy/**"]')), ['component-narrowed']],
  [
    'a laxer component before it that takes its files',
    withText(api('')),
    nested('ml: { kind: ml-model', 'coverage: { target: 1 }', 'before'),
    ['component-narrowed'],
  ],
  [
    'a laxer component before it that takes more',
    nested('ml: { kind: ml-model', 'coverage: { target: 1 }, exclude: ["src/api/**"]', 'before'),
    nested('ml: { kind: ml-model', 'coverage: { target: 1 }', 'before'),
    ['component-narrowed'],
  ],
  ['another kind', withText(api('')), withText('components: { api: { kind: ml-model, paths: ["src/api/**"] } }'), ['component-kind']],
  ['an upload that is no longer waited for', withText(api('uploads: [unit, integration]')), withText(api('uploads: [unit]')), ['upload-dropped']],
  ['a product dropped', policyOf(minimal.replace('product: ml', 'product: both')), policyOf(minimal), ['product-dropped']],
  ['a regulation dropped', withText('regulations: [CNBV]'), withText(''), ['regulation-dropped']],
  ['block to warn', withText(''), withText('enforce: { coverage: warn }'), ['enforce-lower']],
  ['block to warn in an early block', withText(''), withText('enforce: { coverage: { s00: warn, s01: block } }'), ['enforce-lower']],
  ['a gate that blocks from a block on', withText('enforce: { coverage: warn }'), withText('enforce: { coverage: { s00: warn, s01: block } }'), []],
  [
    'a gate that blocks from a later block on',
    withText('enforce: { quality: { s00: block } }'),
    withText('enforce: { quality: { s01: block } }'),
    ['enforce-lower'],
  ],
  ['warn to off', withText('enforce: { quality: warn }'), withText('enforce: { quality: off }'), ['enforce-lower']],
  [
    'a gate that the playbook no longer has',
    withText(''),
    { ...policyOf(minimal), digest: 'changed', enforce: { coverage: 'block', checkpoint: 'block', quality: 'block' } },
    ['gate-dropped'],
  ],
  ['fewer branches', withText(''), withText('branches: [main]'), ['branches-narrowed']],
  ['fewer release branches', withText(''), withText('release: { branches: [main] }'), ['release-narrowed']],
  ['fewer release heads', withText(''), withText('release: { heads: ["release/**"] }'), ['release-narrowed']],
  ['a release unit that is judged by less than all', twoComponents(''), twoComponents('api: { heads: [v*], components: [api] }'), ['release-narrowed']],
  ['a release unit with all components', twoComponents(''), twoComponents('api: { heads: [v*], components: [api, web] }'), []],
  ['a release unit that is gone', twoComponents('api: { heads: [v*], components: [api, web] }'), twoComponents(''), ['release-narrowed']],
  [
    'a release unit that is gone, and whose releases are judged as a whole',
    twoComponents('api: { heads: ["release/api"], components: [api] }'),
    twoComponents(''),
    [],
  ],
  [
    'fewer components of a release unit',
    twoComponents('api: { heads: [v*], components: [api, web] }'),
    twoComponents('api: { heads: [v*], components: [api] }'),
    ['release-narrowed'],
  ],
  ['no release label', withText(''), withText('release: { labels: [] }'), ['release-narrowed']],
  ['an environment that waits for nothing', withText('environments: { production: readiness }'), withText(''), ['environment-dropped']],
  ['no alerts of code scanning', withText('evidence: { codeScanning: true }'), withText(''), ['evidence-loosened']],
  [
    'fewer tools of code scanning',
    withText('evidence: { codeScanning: { tools: [CodeQL, Semgrep] } }'),
    withText('evidence: { codeScanning: { tools: [codeql] } }'),
    ['evidence-loosened'],
  ],
  [
    'any tool of code scanning',
    withText('evidence: { codeScanning: { tools: [CodeQL] } }'),
    withText('evidence: { codeScanning: true }'),
    ['evidence-loosened'],
  ],
  ['evidence of anybody', withText('evidence: { trusted: a/b/.github/workflows/c.yml@v1 }'), withText(''), ['evidence-loosened']],
  ['evidence of every workflow', withText('evidence: { workflows: [.github/workflows/ci.yml] }'), withText(''), ['evidence-loosened']],
  [
    'reports that become other tests',
    withText('evidence: { reports: [ { files: ["a/**"], type: unit } ] }'),
    withText('evidence: { reports: [ { files: ["a/**", "b/**"], type: unit } ] }'),
    ['evidence-loosened'],
  ],
  [
    'a mapping that goes before another',
    withText('evidence: { reports: [ { files: ["a/**"], scan: code } ] }'),
    withText('evidence: { reports: [ { scan: docs }, { files: ["a/**"], scan: code } ] }'),
    ['evidence-loosened'],
  ],
  [
    'a mapping behind the others',
    withText('evidence: { reports: [ { type: unit } ] }'),
    withText('evidence: { reports: [ { type: unit }, { scan: code } ] }'),
    ['evidence-loosened'],
  ],
  ['the first mapping', withText(''), withText('evidence: { reports: [ { files: ["e2e/**"], type: unit } ] }'), ['evidence-loosened']],
  ['unplanned work that is only warned of', withText('planning: { unplanned: block }'), withText('planning: { unplanned: warn }'), ['unplanned-loosened']],
  ['one more who needs no plan', withText('planning: { unplanned: warn }'), withText('planning: { unplanned: warn, exempt: [ana] }'), ['unplanned-loosened']],
  ['work that must be planned now', withText(''), withText('planning: { unplanned: block, exempt: [ana] }'), []],
  [
    'a sign-off that counts for longer',
    withText('checkpoints: { security-review: { void: 30d } }'),
    withText('checkpoints: { security-review: { void: 31d } }'),
    ['void-loosened'],
  ],
  ['a sign-off that nothing voids any more', withText('checkpoints: { security-review: { void: on-merge } }'), withText(''), ['void-loosened']],
  [
    'a sign-off that a merge voids instead of its age',
    withText('checkpoints: { security-review: { void: 30d } }'),
    withText('checkpoints: { security-review: { void: on-merge } }'),
    ['void-loosened'],
  ],
  [
    'a sign-off that fewer merges void',
    withText(api(''), 'checkpoints: { security-review: { void: on-merge } }'),
    withText(api(''), 'checkpoints: { security-review: { void: on-merge, components: [api] } }'),
    ['void-loosened'],
  ],
  [
    'a sign-off that more merges void',
    withText(api(''), 'checkpoints: { security-review: { void: on-merge, components: [api] } }'),
    withText(api(''), 'checkpoints: { security-review: { void: on-merge } }'),
    [],
  ],
  [
    'a sign-off that counts for less long',
    withText('checkpoints: { security-review: { void: 30d } }'),
    withText('checkpoints: { security-review: { void: 29d } }'),
    [],
  ],
  ['less independence', withText('independence: strict'), withText(''), ['independence-loosened']],
  ['a further owner of seeded issues', withText(''), withText('seed: { owners: [someone] }'), ['seed-owner-added']],
  ['a freeze by issue lifted', withText('freezeLabel: incident'), withText(''), ['freeze-shortened']],
  ['another label for a freeze', withText('freezeLabel: incident'), withText('freezeLabel: calm'), ['freeze-shortened']],
  [
    'a freeze lifted',
    withText('freeze: [ { from: 2027-12-16, to: 2028-01-06, reason: x } ]'),
    withText('freeze: [ { from: 2027-12-17, to: 2028-01-06, reason: x } ]'),
    ['freeze-shortened'],
  ],
  ['a threshold in the easy direction', withText(''), withText('parameters: { latency: 300 }'), ['parameter-changed']],
  ['a threshold in the other easy direction', withText(''), withText('parameters: { accuracy: 0.8 }'), ['parameter-changed']],
  ['a figure whose direction nobody can tell', withText(''), withText('parameters: { owner: me }'), ['parameter-changed']],
  [
    'a checkpoint dropped',
    policyOf(minimal),
    { ...policyOf(minimal), digest: 'changed', playbook: { ...policyOf(minimal).playbook, checkpoints: policyOf(minimal).playbook.checkpoints.slice(1) } },
    ['checkpoint-dropped'],
  ],
  ['weakening allowed again', policyOf(minimal, 'forbid: weakening'), policyOf(minimal), ['rule-lifted']],
  ['nobody named any more to approve weaker demands', policyOf(minimal, 'weakeningBy: security'), policyOf(minimal), ['rule-lifted']],
  ['a path unlocked', policyOf(minimal, 'locked: [coverage]'), policyOf(minimal, 'locked: [coverage.total]'), ['rule-lifted']],
];

describe('findWeakenings', () => {
  it.each(table)('sees %s', (...[, before, after, kinds]) => {
    expect([...new Set(findWeakenings(before, after).map((weakening) => weakening.kind))]).toEqual(kinds);
  });

  it('has a row for every kind', () => {
    expect(new Set(table.flatMap(([, , , kinds]) => kinds))).toEqual(new Set(weakeningKinds));
  });

  const strict: [what: string, before: Policy, after: Policy][] = [
    ['nothing', policyOf(minimal), policyOf(minimal)],
    ['a higher floor', withText(api('')), withText(api('coverage: { target: 92 }'))],
    ['wider paths', withText(api('')), withText('components: { api: { kind: api, paths: ["src/**"] } }')],
    ['a new component', withText(''), withText(api(''))],
    ['evidence that is carried for less long', carrying('{ days: 7, commits: 20 }'), carrying('{ days: 6, commits: 2 }')],
    ['evidence that is not carried any more', carrying('{ days: 7, commits: 20 }'), carrying('false')],
    ['a laxer component after it', withText(api('')), nested('ml: { kind: ml-model', 'coverage: { target: 1 }', 'after')],
    ['a stricter component before it', withText(api('')), nested('ml: { kind: ml-model', 'coverage: { target: 100 }', 'before')],
    ['more people', withText(security('{ users: [x, y] }')), withText(security('{ users: [x, y], count: 2 }'))],
    ['a stricter form', withText(security('{ any: [ { users: [x] }, { users: [y] } ] }')), withText(security('{ all: [ { users: [x] }, { users: [y] } ] }'))],
    ['a name in another case', withText(security('{ users: [x] }')), withText(security('{ users: [X] }'))],
    ['nobody named any more', withText(security('{ users: [x] }')), withText('')],
    ['an earlier start', changedStart('start: 2027-01-12'), policyOf(minimal)],
    ['an open figure set', withText(''), withText('parameters: { fairness: 0.8 }')],
    ['a stricter threshold', withText(''), withText('parameters: { latency: 100, accuracy: 0.95 }')],
    [
      'a longer freeze',
      withText('freeze: [ { from: 2027-12-16, to: 2028-01-06, reason: x } ]'),
      withText('freeze: [ { from: 2027-12-15, to: 2028-01-07, reason: y } ]'),
    ],
    [
      'a shorter validity',
      policyOf(minimal),
      withCriterion('attested', (criterion) => ({ ...criterion, rule: { attestation: { authority: 'security', validDays: 30 } } })),
    ],
  ];
  it.each(strict)('takes %s for no weakening', (_, before, after) => {
    expect(findWeakenings(before, after)).toEqual([]);
  });

  it('tells the names that were added, and says it in both languages', () => {
    const added = findWeakenings(withText(''), withText('authorities: { architects: { users: [Me], teams: [Acme/X] } }'));
    expect(added.map((weakening) => [weakening.path, weakening.names])).toEqual([
      ['authorities.architecture-review', ['team:acme/x', 'user:me']],
      ['authorities.architects', ['team:acme/x', 'user:me']],
    ]);
    const [floor] = findWeakenings(withText(api('coverage: { target: 92.5 }')), withText(api('')));
    expect(floor && [describeWeakening(floor, 'en'), describeWeakening(floor, 'es')]).toEqual([
      'a lower coverage floor: 92.5 → 90',
      'un piso de cobertura más bajo: 92.5 → 90',
    ]);
  });
});
