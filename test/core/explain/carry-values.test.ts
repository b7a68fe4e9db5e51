import { expect, it } from 'vitest';
import { restsOn } from '../../../src/core/explain/rests-on.ts';
import type { Policy } from '../../../src/core/policy/policy.ts';
import type { GateVerdict } from '../../../src/core/verdict/verdict.ts';
import { minimal, policyOf } from '../policy/resolved.ts';

const verdict: GateVerdict = { gate: 'coverage', id: 'coverage', title: '', verdict: 'fail', code: '', reason: '', next: null, children: [] };

function shown(policy: Policy): [path: string, value: string | null, from: string | null][] {
  return restsOn(policy, verdict)
    .filter(({ path }) => path.includes('carryForward'))
    .map(({ path, value, from }) => [path, value, from]);
}

const components = 'components: { api: { kind: api, paths: ["a/**"] }, ml: { kind: ml-model, paths: ["m/**"], coverage: { carryForward: false } } }\n';

it('explains how far evidence is carried forward, in general and of a component that says otherwise, and who set it', () => {
  const organisation = 'coverage: { carryForward: { days: 7, commits: 20 } }\n';
  expect(shown(policyOf(`${minimal}${components}`, organisation))).toEqual([
    ['coverage.carryForward.days', '7', 'organisation'],
    ['coverage.carryForward.commits', '20', 'organisation'],
    ['components.ml.coverage.carryForward', 'false', 'repository'],
  ]);
});

it('says nothing of it where nothing is carried forward', () => {
  expect(shown(policyOf(minimal))).toEqual([]);
  expect(shown(policyOf(`${minimal}coverage: { carryForward: false }\n`, 'coverage: { carryForward: { days: 7, commits: 20 } }\n'))).toEqual([]);
});

it('a component’s own limits replace those of all', () => {
  const own =
    'coverage: { carryForward: { days: 7, commits: 20 } }\ncomponents: { api: { kind: api, paths: ["a/**"], coverage: { carryForward: { days: 1, commits: 0 } } } }\n';
  expect(policyOf(`${minimal}${own}`).components[0]?.carryForward).toEqual({ days: 1, commits: 0 });
});
