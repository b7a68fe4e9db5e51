import { describe, expect, test } from 'vitest';
import { compareVerdicts } from '../../../src/core/explain/compare-verdicts.ts';
import { editSnapshot, supposeDecisionsRead } from '../../../src/core/explain/edit-snapshot.ts';
import type { Edits } from '../../../src/core/explain/edits.ts';
import { renderFlips } from '../../../src/core/explain/render-flips.ts';
import { evaluate } from '../../../src/core/gates/evaluate.ts';
import { verdictsOfPull } from '../../../src/core/gates/verdicts-of-pull.ts';
import type { PullSnapshot } from '../../../src/core/snapshot/pull-snapshot.ts';
import { bundle, decision, playbookOf, tests, world, type WorldInput } from '../rules/rule-world.ts';

const gates = [
  { id: 'checkpoint', kind: 'checkpoint' },
  { id: 'readiness', kind: 'readiness' },
];
const base = { category: 'quality', block: 's0', target: 'release' };
const playbook = playbookOf({
  gates,
  criteria: [
    { id: 'tested', ...base, rule: { tests: { type: 'unit' } } },
    { id: 'told', ...base, rule: { attestation: { authority: 'architects' } } },
    { id: 'shipped', ...base, block: 's2', rule: { files: { paths: ['nowhere/**'] } } },
  ],
});
const users = {
  architects: { users: ['ana', 'beto'], count: 2 },
  sponsor: {
    all: [
      { users: ['ana'], count: 1 },
      { teams: ['acme/money'], count: 1 },
    ],
  },
};
const worldOf = (changes: WorldInput = {}) => world({ playbook, ...changes, policy: { authorities: users, enforce: {}, ...changes.policy } });
const judged = (snapshot: PullSnapshot) => verdictsOfPull(evaluate(snapshot), 12);

function flips(edits: Edits, changes: WorldInput = {}): string[] {
  const { snapshot } = worldOf(changes);
  const found = compareVerdicts(judged(snapshot), judged(editSnapshot(snapshot, edits, 12)));
  return found.map(({ id, before, after }) => `${id}: ${before} → ${after}`);
}

describe('what flips', () => {
  test.each<[string, Edits, WorldInput, string[]]>([
    ['is nothing without edits', {}, {}, []],
    [
      'is the checkpoint and its gate, with as many signatures as the authority needs',
      { signatures: [{ kind: 'approve', subject: 'plan-review', login: null }] },
      {},
      ['checkpoint: fail → pass', 'plan-review: fail → pass'],
    ],
    ['is nothing with one signature of two', { signatures: [{ kind: 'approve', subject: 'plan-review', login: 'ana' }] }, {}, []],
    [
      'is the checkpoint, named by its block, with both by name',
      { signatures: ['ana', 'Beto'].map((login) => ({ kind: 'approve', subject: 's0', login })) },
      {},
      ['checkpoint: fail → pass', 'plan-review: fail → pass'],
    ],
    [
      'is nothing when the same person signs who had signed before',
      { signatures: [{ kind: 'approve', subject: 'plan-review', login: 'vera' }] },
      { policy: { authorities: { architects: { teams: ['acme/architects'], count: 2 } } }, snapshot: { decisions: [signed('vera')] } },
      [],
    ],
    [
      'is the checkpoint when somebody else joins who had signed before',
      { signatures: [{ kind: 'approve', subject: 'plan-review', login: 'ana' }] },
      { policy: { authorities: { architects: { teams: ['acme/architects'], count: 2 } } }, snapshot: { decisions: [signed('vera')] } },
      ['checkpoint: fail → pass', 'plan-review: fail → pass'],
    ],
    [
      'is the criterion that is attested',
      { signatures: [{ kind: 'attest', subject: 'told', login: null }] },
      {},
      ['readiness: fail → cannot-evaluate', 'quality: fail → cannot-evaluate', 'told: fail → pass'],
    ],
    [
      'is the criterion that is waived, and not what was found below it',
      { signatures: [{ kind: 'waive', subject: 'tested', login: null }] },
      {},
      ['tested: cannot-evaluate → pass'],
    ],
    [
      'is what a report decides',
      { bundles: [bundle([tests('unit', { tests: 3, passed: 3 })])] },
      { snapshot: { evidence: { bundles: [], runningWorkflows: [], refused: [] } } },
      ['tested: cannot-evaluate → pass'],
    ],
    [
      'is what is asked for only from a later day on',
      { date: '2027-02-10' },
      { snapshot: { tree: [] } },
      ['shipped: not-applicable → fail', 'make-review: null → fail'],
    ],
    [
      'is what the milestone’s sprint asks for',
      { milestone: 's02' },
      { snapshot: { tree: [] } },
      ['make-review: null → fail', 'shipped: not-applicable → fail'],
    ],
    [
      'is readiness, for a label that makes a release',
      { labels: ['release'] },
      { pull: { head: { sha: 'a'.repeat(40), ref: 'topic', repositoryId: 7 } } },
      ['readiness: not-applicable → fail', 'quality: null → fail', 'tested: null → cannot-evaluate', 'told: null → fail'],
    ],
  ])('%s', (_what, edits, changes, expected) => {
    expect(flips(edits, changes).toSorted()).toEqual(expected.toSorted());
  });

  test('is what another configuration asks for', () => {
    const { snapshot, policy } = worldOf();
    const lax = editSnapshot(snapshot, { policy: { ...policy, tier: 4, authorities: {} } }, 12);
    expect(judged(lax).find(({ gate }) => gate === 'checkpoint')).toMatchObject({ verdict: 'cannot-evaluate' });
  });
});

function signed(login: string) {
  const by = { id: 77, login, type: 'User' } as const;
  return decision('approve', 'plan-review', {
    by,
    proof: { authority: 'architects', via: [{ kind: 'team', name: 'acme/architects' }], checkedAt: '2027-01-20T00:00:00Z' },
  });
}

test('the snapshot that is edited stays as it is', () => {
  const { snapshot } = worldOf();
  const before = structuredClone(snapshot);
  editSnapshot(snapshot, { date: '2027-02-10', labels: ['x'], milestone: 's02', signatures: [{ kind: 'attest', subject: 'told', login: null }] }, 12);
  expect(snapshot).toEqual(before);
});

test('another pull request of the same commit is not edited', () => {
  const { snapshot, pull } = worldOf();
  const both = { ...snapshot, pulls: [pull, { ...pull, number: 13 }] };
  expect(editSnapshot(both, { labels: ['x'] }, 12).pulls.map(({ labels }) => labels)).toEqual([['x'], []]);
});

test('decisions that could not be read count as none once a signature is supposed', () => {
  const { snapshot } = worldOf({
    snapshot: {
      unavailable: [
        { what: 'decisions', why: 'offline' },
        { what: 'issues', why: 'offline' },
      ],
    },
  });
  expect(supposeDecisionsRead(snapshot).unavailable.map(({ what }) => what)).toEqual(['issues']);
});

describe('an edit that cannot be made is refused', () => {
  test.each<[string, Edits, RegExp]>([
    ['a day that is none', { date: '2027-02-30' }, /2027-02-30 is not a day; write it as YYYY-MM-DD/],
    ['a checkpoint that is none', sign('approve', 'plan-revew'), /no checkpoint "plan-revew"; did you mean plan-review\?/],
    ['a criterion that is none', sign('waive', 'tld'), /no criterion "tld"; did you mean told\?/],
    ['an attestation where evidence alone decides', sign('attest', 'tested'), /"tested" cannot be attested/],
    [
      'somebody whom the authority does not name',
      sign('approve', 'plan-review', 'zoe'),
      /zoe may not sign "plan-review": authorities.architects does not name/,
    ],
    ['a milestone that is none', { milestone: 's99' }, /no milestone "s99"; write a sprint such as s07/],
  ])('%s', (_what, edits, message) => {
    expect(() => editSnapshot(worldOf().snapshot, edits, 12)).toThrow(message);
  });

  test('a signature under an authority that is not set', () => {
    const { snapshot } = worldOf({ policy: { authorities: {} } });
    expect(() => editSnapshot(snapshot, sign('approve', 'plan-review'), 12)).toThrow('authorities.architects is not set in the configuration');
  });

  test('any, without a configuration in force', () => {
    expect(() => editSnapshot({ ...worldOf().snapshot, policy: { kind: 'absent' } }, {}, 12)).toThrow(/no configuration in force/);
  });
});

function sign(kind: 'approve' | 'attest' | 'waive', subject: string, login: string | null = null): Edits {
  return { signatures: [{ kind, subject, login }] };
}

test.each([
  ['en', 'stays as it is', 'Nothing changes.'],
  ['es', 'sigue igual', 'Nada cambia.'],
] as const)('the text in %s has a line a gate, and each node that flips', (locale, stays, nothing) => {
  const { snapshot } = worldOf({ locale });
  const before = judged(snapshot);
  const after = judged(editSnapshot(snapshot, sign('approve', 'plan-review'), 12));
  const lines = renderFlips(after, compareVerdicts(before, after), locale).split('\n');
  expect(lines).toEqual([
    expect.stringMatching(/^❌ → ✅ checkpoint: /),
    expect.stringMatching(/^ {2}❌ → ✅ The plan-review: /),
    expect.stringMatching(`^❌ .+: ${stays}$`),
  ]);
  expect(renderFlips(before, [], locale)).toContain(nothing);
});
