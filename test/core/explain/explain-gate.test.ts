import { describe, expect, test } from 'vitest';
import { explainGate } from '../../../src/core/explain/explain-gate.ts';
import { renderGateComment } from '../../../src/core/explain/render-gate-comment.ts';
import { renderExplanation } from '../../../src/core/explain/render-explanation.ts';
import { evaluateReadiness } from '../../../src/core/gates/readiness/evaluate-readiness.ts';
import { playbookOf, world, type WorldInput } from '../rules/rule-world.ts';

const base = { category: 'quality', block: 's0', target: 'release' };

function explained(rules: readonly object[], changes: WorldInput = {}) {
  const playbook = playbookOf({ criteria: rules.map((rule, index) => ({ id: `c${index}`, ...base, rule })) });
  const { policy, snapshot, pull } = world({ playbook, ...changes });
  return explainGate(policy, evaluateReadiness({ policy, snapshot, pull, gate: 'readiness' }));
}

describe('who can act', () => {
  test.each<[string, object, object]>([
    ['is who works on the change, for files', { files: { paths: ['missing/**'] } }, { actor: 'team', authority: null }],
    ['is who keeps the configuration, for a figure that is not set', { parameter: { set: 'sla.latency' } }, { actor: 'configuration', authority: null }],
    ['is the authority of the attestation', { attestation: { authority: 'architects', validDays: 9 } }, { actor: 'signer', authority: 'architects' }],
    [
      'is the authority of the attestation inside a combined rule',
      { any: [{ all: [{ files: { paths: ['a'] } }, { files: { paths: ['b'] } }] }, { attestation: { authority: 'architects' } }] },
      { actor: 'signer', authority: 'architects' },
    ],
    [
      'is who keeps the configuration, for an authority that nobody has',
      { attestation: { authority: 'sponsor' } },
      { actor: 'configuration', authority: null },
    ],
    ['is the authority of the checkpoint', { checkpoint: 'plan-review' }, { actor: 'signer', authority: 'architects' }],
  ])('%s', (_what, rule, expected) => {
    expect(explained([rule]).actions).toMatchObject([{ ...expected, who: expect.any(String), subjects: [{ id: 'c0' }] }]);
  });
});

describe('in a comment', () => {
  const comment = (count: number, changes: WorldInput = {}) => {
    const playbook = playbookOf({
      criteria: Array.from({ length: count }, (_, index) => ({ id: `c${index}`, ...base, rule: { files: { paths: [`missing-${index}/**`] } } })),
    });
    const { policy, snapshot, pull } = world({ playbook, ...changes });
    return renderGateComment(policy, [evaluateReadiness({ policy, snapshot, pull, gate: 'readiness' })]);
  };
  test('stand the verdict, the smallest set of actions and who can take them, then all of it folded', () => {
    expect(comment(1)).toMatch(
      /^### ❌ `readiness`: Fail\n\n.+\n\nOne action is enough:\n\n1\. .+\n {3}who: whoever works on the change {2}\n {3}for: .+\n\n<details>\n<summary>Everything that was looked at<\/summary>\n\n- ❌ [\s\S]+It rests on:\n\n- `enforce\.readiness`: [\s\S]+<\/details>$/,
    );
  });
  test('two hundred actions are cut, with their number, and fit', () => {
    const text = comment(200);
    expect(text).toContain('The smallest set of actions that makes it pass (200):');
    expect(text).not.toContain('\n16. ');
    expect(Buffer.byteLength(text)).toBeLessThan(60_000);
  });
});

describe('what a verdict rests on', () => {
  test('is the parameters and authorities of the criteria that are judged, set or not', () => {
    const rules = [
      { metric: { name: 'latency', is: '<', than: { parameter: 'sla.latency' } } },
      { issues: { labels: ['bug'], open: { fewerThan: { parameter: 'bugs.max' } } } },
      { attestation: { authority: 'architects' } },
    ];
    const { restsOn } = explained(rules);
    const values = Object.fromEntries(restsOn.map(({ path, value }) => [path, value]));
    expect(values).toMatchObject({ 'enforce.readiness': expect.any(String), tier: expect.any(String), 'parameters.sla.latency': null });
    expect(Object.keys(values)).toEqual(expect.arrayContaining(['parameters.bugs.max', 'authorities.architects']));
  });

  test('leaves out what is not judged now', () => {
    const { restsOn } = explained([{ parameter: { set: 'sla.latency' } }], { pull: { head: { sha: 'c', ref: 'topic', repositoryId: 7 } } });
    expect(restsOn.map(({ path }) => path)).toEqual(['enforce.readiness', 'release.target']);
  });
});

test.each([
  ['en', /^One action is enough:\n {2}1\. .+\n {5}who: .+\n {5}for: .+\nIt rests on:\n {2}enforce/],
  ['es', /^Basta una acción:\n {2}1\. .+\n {5}quién: .+\n {5}para: .+\nSe apoya en:\n {2}enforce/],
] as const)('the text in %s has the action, who and for what, then what it rests on', (locale, pattern) => {
  expect(renderExplanation(explained([{ parameter: { set: 'sla.latency' } }], { locale }), locale)).toMatch(pattern);
});

test('the tree of the explanation has the worst first', () => {
  const { verdict } = explained([{ files: { paths: ['docs/**'] } }, { files: { paths: ['missing/**'] } }]);
  expect(verdict.children[0]?.children.map(({ id }) => id)).toEqual(['c1', 'c0']);
});
