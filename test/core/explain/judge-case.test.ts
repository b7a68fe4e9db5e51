import { describe, expect, test } from 'vitest';
import { type Case, caseSchema } from '../../../src/core/explain/case-schema.ts';
import { addWorld, caseSnapshot } from '../../../src/core/explain/case-world.ts';
import { judgeCase } from '../../../src/core/explain/judge-case.ts';
import { readSignature } from '../../../src/core/explain/read-signature.ts';
import { evaluate } from '../../../src/core/gates/evaluate.ts';
import { playbookOf, world } from '../rules/rule-world.ts';

const base = { category: 'quality', block: 's0', target: 'release' };
const playbook = playbookOf({
  gates: [{ id: 'readiness', kind: 'readiness' }],
  criteria: [
    { id: 'written', ...base, rule: { files: { paths: ['docs/manual.md'] } } },
    { id: 'bugs', ...base, rule: { issues: { labels: ['bug'], open: { fewerThan: 1 } } } },
    { id: 'linted', ...base, rule: { checkRun: { name: 'lint' } } },
    { id: 'told', ...base, rule: { attestation: { authority: 'architects' } } },
  ],
});

function differences(told: Partial<Case>): string[] {
  const { snapshot } = world({ playbook, snapshot: { unavailable: [{ what: 'decisions', why: 'offline' }] } });
  const found = judgeCase(told.expect ?? {}, evaluate(caseSnapshot(snapshot, { name: 'case', date: '2027-01-20', ...told })));
  return found.map(({ path, expected, actual }) => `${path.join('/')}: ${expected}, is ${actual}`);
}

describe('a case', () => {
  test.each<[string, Partial<Case>, string[]]>([
    ['agrees with a verdict that is as expected', { expect: { readiness: 'fail' } }, []],
    ['differs in the verdict of a gate', { expect: { readiness: 'pass' } }, ['expect/readiness: pass, is fail']],
    ['differs in the verdict beside nodes', { expect: { readiness: { verdict: 'pass' } } }, ['expect/readiness/verdict: pass, is fail']],
    ['differs in a node', { expect: { readiness: { nodes: { written: 'pass' } } } }, ['expect/readiness/nodes/written: pass, is fail']],
    ['never agrees with a gate that is none', { expect: { readines: 'fail' } }, ['expect/readines: fail, is null']],
    ['never agrees with a node that is none', { expect: { readiness: { nodes: { writen: 'fail' } } } }, ['expect/readiness/nodes/writen: fail, is null']],
    ['has the files that it tells of', { files: ['docs/manual.md'], expect: { readiness: { nodes: { written: 'pass' } } } }, []],
    ['has the open issues that it tells of', { openIssues: { bug: 0 }, expect: { readiness: { nodes: { bugs: 'pass' } } } }, []],
    ['does not know of issues that it is silent about', { expect: { readiness: { nodes: { bugs: 'cannot-evaluate' } } } }, []],
    ['has the checks that it tells of', { checks: { lint: 'failure' }, expect: { readiness: { nodes: { linted: 'fail' } } } }, []],
    ['has the signatures that it tells of', { attest: ['told@ana'], expect: { readiness: { nodes: { told: 'pass' } } } }, []],
    ['knows that nobody else signed', { expect: { readiness: { nodes: { told: 'fail' } } } }, []],
    ['takes its branch for the pull request’s', { head: 'topic', expect: { readiness: 'not-applicable' } }, []],
  ])('%s', (_what, told, expected) => {
    expect(differences(told)).toEqual(expected);
  });

  test('says which node was meant, and why a verdict is as it is', () => {
    const { snapshot } = world({ playbook });
    const found = judgeCase({ readiness: { nodes: { writen: 'fail', written: 'pass' } } }, evaluate(snapshot));
    expect(found.map(({ message }) => message)).toEqual([
      'there is no node in readiness "writen"; did you mean written?',
      expect.stringMatching(/^written is fail, not pass: .+docs\/manual\.md/),
    ]);
  });
});

test('a case adds to its base: values replace, lists and maps grow, expectations stay its own', () => {
  const below: Case = { name: 'below', date: '2027-01-20', files: ['a'], checks: { lint: 'success' }, expect: { readiness: 'fail' } };
  const above: Case = { name: 'above', date: '2027-02-20', files: ['b'], checks: { build: 'failure' } };
  expect(addWorld(below, above)).toEqual({
    name: 'above',
    date: '2027-02-20',
    files: ['a', 'b'],
    checks: { lint: 'success', build: 'failure' },
    openIssues: {},
  });
});

test.each([
  ['s00', { subject: 's00', login: null }],
  ['s00@ana', { subject: 's00', login: 'ana' }],
])('%s is read as a signature', (text, expected) => {
  expect(readSignature('approve', text)).toEqual({ kind: 'approve', ...expected });
});

test.each(['', '@ana', 's00@'])('"%s" is no signature', (text) => {
  expect(() => readSignature('approve', text)).toThrow('write CHECKPOINT, or CHECKPOINT@user');
});

test('a key that is not known is refused', () => {
  expect(caseSchema.safeParse({ name: 'x', expects: {} }).success).toBe(false);
});
