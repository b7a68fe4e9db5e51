import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/core/gates/evaluate.ts';
import { wrapMarked } from '../../../src/core/markers/marker.ts';
import type { ConfigPreview } from '../../../src/core/policy/config-preview.ts';
import { renderCheckOutput } from '../../../src/core/report/check-output.ts';
import type { PullSnapshot } from '../../../src/core/snapshot/pull-snapshot.ts';
import type { Enforcement } from '../../../src/core/verdict/enforcement.ts';
import { playbookOf, decision, headSha, seededIssue, world } from '../rules/rule-world.ts';

const playbook = playbookOf({
  gates: [
    { id: 'coverage', kind: 'coverage' },
    { id: 'readiness', kind: 'readiness' },
    { id: 'policy', kind: 'policy' },
  ],
});
const override = decision('override', 'pull/12', { until: '2027-01-29T10:00:00Z', reason: 'production is down' });
const ordinary = { head: { sha: headSha, ref: 'work', repositoryId: 7 } };
const weaker: ConfigPreview = { problems: [], weakenings: [{ kind: 'tier-lower', path: 'tier', from: '2', to: '4' }] };

function verdicts(snapshot: Parameters<typeof world>[0] = {}) {
  const evaluation = evaluate(world({ playbook, pull: ordinary, ...snapshot }).snapshot);
  return Object.fromEntries(evaluation.gates.map((gate) => [gate.gate, gate.verdict]));
}

describe('an override', () => {
  test('opens every gate of its pull request that is not open', () => {
    expect(verdicts()).toEqual({ coverage: 'cannot-evaluate', readiness: 'not-applicable', policy: 'pass' });
    expect(verdicts({ snapshot: { decisions: [override, decision('hold', 'pull/12')] } })).toEqual({
      coverage: 'pass',
      readiness: 'not-applicable',
      policy: 'pass',
    });
  });

  test.each([
    ['of another head commit', { ...override, commits: { from: null, to: 'f'.repeat(40) } }],
    ['of another pull request', { ...override, subject: 'pull/13' }],
    ['that is over', { ...override, until: '2027-01-28T18:00:00Z' }],
    ['by one of the two people that it needs', { ...override, proof: { ...override.proof, rule: { teams: ['acme/architects'], count: 2 } } }],
  ])('%s opens nothing', (_name, other) => {
    expect(verdicts({ snapshot: { decisions: [other] } })).toMatchObject({ coverage: 'cannot-evaluate' });
  });

  test('leaves a second pull request with the same head closed, and so the check', () => {
    const { pull } = world({ playbook, pull: ordinary });
    const evaluation = evaluate(world({ playbook, pull: ordinary, snapshot: { pulls: [pull, { ...pull, number: 13 }], decisions: [override] } }).snapshot);
    const coverage = evaluation.gates.find(({ gate }) => gate === 'coverage');
    expect(coverage?.verdict).toBe('cannot-evaluate');
    expect(coverage?.pulls.map(({ verdict }) => verdict.verdict)).toEqual(['pass', 'cannot-evaluate']);
  });

  test('says in the check who opened it, until when and why, and what it opened for', () => {
    const { policy, snapshot } = world({ playbook, pull: ordinary, snapshot: { decisions: [override] } });
    const [gate] = evaluate(snapshot).gates;
    if (!gate) throw new Error('no gate');
    const { title, summary } = renderCheckOutput({ gate, policy, snapshot, outside: [] });
    expect(title).toBe('Pass: Overridden by zoe until 2027-01-29 04:00 (UTC-6): production is down');
    expect(summary).toMatch(/^> ⚠️ Gates of this commit are overridden by `zoe` until 2027-01-29 04:00 \(UTC-6\): /);
    expect(summary).toContain('What is missing');
    expect(summary).not.toContain('Nothing to do');
  });
});

describe('the configuration that a pull request brings', () => {
  test('is judged by the policy gate of that pull request alone', () => {
    expect(verdicts({ snapshot: { previews: { 13: weaker } } })).toMatchObject({ policy: 'pass' });
    expect(verdicts({ snapshot: { previews: { 12: weaker } } })).toMatchObject({ policy: 'fail' });
  });

  test('closes the check of a second pull request with the same head', () => {
    const { pull } = world({ playbook, pull: ordinary });
    const pulls = [pull, { ...pull, number: 13, base: { ...pull.base, ref: 'main' } }];
    expect(verdicts({ snapshot: { pulls, previews: { 13: weaker } } })).toMatchObject({ policy: 'fail' });
  });
});

describe('a configuration that never was good', () => {
  test.each([
    [
      'has every gate of the playbook that it names, under the names that may be required',
      ['coverage', 'security-board'],
      ['sprintgate/coverage', 'sprintgate/security-board'],
    ],
    [
      'has every kind of gate where no playbook could be loaded',
      undefined,
      ['coverage', 'checkpoint', 'quality', 'readiness', 'policy'].map((kind) => `sprintgate/${kind}`),
    ],
  ])('%s', (_name, gates, names) => {
    const state = { kind: 'broken' as const, problems: [], locale: 'es' as const, ...(gates ? { gates } : {}) };
    const evaluation = evaluate(world({ playbook, pull: ordinary, snapshot: { policy: state } }).snapshot);
    expect(evaluation.gates.map(({ checkName }) => checkName).toSorted()).toEqual(names.toSorted());
    expect(new Set(evaluation.gates.map(({ verdict }) => verdict))).toEqual(new Set(['cannot-evaluate']));
  });
});

describe('a gate that is enforced by block', () => {
  const { pull, policy } = world({ playbook, pull: ordinary });
  const later = { number: 4, title: '', description: wrapMarked('.', 's02', 'words'), state: 'open', dueOn: null } as const;
  const issueOf = (number: number) => ({ ...seededIssue('s0.task.one', number, 'open'), milestone: 4 });
  const judged = (coverage: Record<string, Enforcement>, changes: Partial<PullSnapshot> = {}) => {
    const enforceByBlock = { coverage };
    const strongest = Object.values(coverage).includes('block') ? 'block' : 'warn';
    const snapshot = world({ playbook, pull: ordinary, policy: { enforce: { coverage: strongest }, enforceByBlock }, snapshot: changes }).snapshot;
    const gate = evaluate(snapshot).gates.find(({ gate: id }) => id === 'coverage');
    return gate && { enforcement: gate.enforcement, verdict: gate.verdict, each: gate.pulls.map(({ verdict }) => verdict.enforcement) };
  };
  // Today lies in s1.
  test.each<[string, Record<string, Enforcement>, Partial<PullSnapshot>, Enforcement[], string]>([
    ['warns in a block in which it warns', { s0: 'warn', s1: 'warn', s2: 'block' }, {}, ['warn'], 'cannot-evaluate'],
    ['blocks from the block on in which it blocks', { s0: 'warn', s1: 'block', s2: 'block' }, {}, ['block'], 'cannot-evaluate'],
    [
      'blocks work of a later block in which it blocks',
      { s0: 'warn', s1: 'warn', s2: 'block' },
      { pulls: [{ ...pull, milestone: later }] },
      ['block'],
      'cannot-evaluate',
    ],
    [
      'is not loosened by the milestone of a later block',
      { s0: 'block', s1: 'block', s2: 'warn' },
      { pulls: [{ ...pull, milestone: later }] },
      ['block'],
      'cannot-evaluate',
    ],
    [
      'blocks while the sprint of the issues that a pull request closes is not known',
      { s0: 'warn', s1: 'warn', s2: 'block' },
      { pulls: [{ ...pull, closes: [issueOf(9)] }], unavailable: [{ what: 'milestones', why: '403' }] },
      ['block'],
      'cannot-evaluate',
    ],
    [
      'binds a commit as strongly as any of the pull requests that share it',
      { s0: 'warn', s1: 'warn', s2: 'block' },
      { pulls: [pull, { ...pull, number: 13, milestone: later }] },
      ['warn', 'block'],
      'cannot-evaluate',
    ],
    ['is posted where it is off in this block alone: it may be required', { s0: 'off', s1: 'off', s2: 'block' }, {}, ['warn'], 'not-applicable'],
  ])('%s', (_name, ...[coverage, changes, each, verdict]) => {
    expect(judged(coverage, changes)).toEqual({ enforcement: each.includes('block') ? 'block' : each[0], verdict, each });
  });

  test('says so where it is off in this block', () => {
    const { snapshot } = world({ playbook, pull: ordinary, policy: { ...policy, enforceByBlock: { coverage: { s0: 'off', s1: 'off', s2: 'block' } } } });
    const gate = evaluate(snapshot).gates.find(({ gate: id }) => id === 'coverage');
    expect(gate?.pulls[0]?.verdict).toMatchObject({
      code: 'gate.off-in-block',
      reason: 'The configuration has this gate off in this block: `enforce.coverage`.',
    });
  });
});
