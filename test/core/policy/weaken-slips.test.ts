import { describe, expect, it } from 'vitest';
import { extendPlaybook } from '../../../src/core/own-playbook/extend-playbook.ts';
import { findWeakenings } from '../../../src/core/policy/find-weakenings.ts';
import { resolvePolicy } from '../../../src/core/policy/resolve-policy.ts';
import { loadPlaybook } from '../../../src/engine/load-playbook.ts';
import { minimal, policyOf } from './resolved.ts';

const api = 'api: { kind: api, paths: ["src/api/**"] }';
const withText = (text: string) => policyOf(`${minimal}${text}\n`);
const kinds = (before: string, after: string) => findWeakenings(withText(before), withText(after)).map(({ kind }) => kind);

const construir = await loadPlaybook('construir@1');

function own(changes: string, config = '') {
  const { loaded, problems } = extendPlaybook({ base: construir, file: '.github/playbook.yml', text: `extends: construir@1\n${changes}` });
  expect(problems).toEqual([]);
  const text = 'playbook: ./.github/playbook.yml\nlocale: en\ntier: 2\nproduct: ml\nschedule: { start: 2027-01-11 }\n';
  const { policy, problems: others } = resolvePolicy({
    loaded: loaded ?? construir,
    organisation: null,
    repository: { file: 'repo.yml', text: text + config },
  });
  expect(others).toEqual([]);
  if (!policy) throw new Error('no policy');
  return policy;
}

describe('what takes a demand away by another name', () => {
  it.each([
    [
      'a component ahead that carries evidence forward',
      `components: { ${api} }`,
      `components: { x: { kind: api, paths: ["src/**"], coverage: { carryForward: { days: 90, commits: 90 } } }, ${api} }`,
    ],
    [
      'a component ahead without its uploads',
      `components: { api: { kind: api, paths: ["src/api/**"], uploads: [a] } }`,
      `components: { x: { kind: api, paths: ["src/**"], uploads: [] }, api: { kind: api, paths: ["src/api/**"], uploads: [a] } }`,
    ],
    [
      'a component ahead with a wider threshold',
      `coverage: { threshold: 0 }\ncomponents: { ${api} }`,
      `coverage: { threshold: 0 }\ncomponents: { x: { kind: api, paths: ["src/**"], coverage: { threshold: 50 } }, ${api} }`,
    ],
  ])('%s is a weakening', (_name, before, after) => {
    expect(kinds(before, after)).not.toEqual([]);
  });

  it.each([
    ['an authority that the tier gets', 'authorities: [{ id: ux-review, tiers: [1, 2, 3, 4] }]'],
    ['a figure that is in another unit', 'parameters: [{ id: decay.threshold, unit: s }]'],
  ])('%s is a weakening', (_name, changes) => {
    expect(findWeakenings(own(''), own(changes)).map(({ kind }) => kind)).not.toEqual([]);
  });

  it('a component ahead whose kind needs fewer test types is a weakening', () => {
    const before = own('', `components: { ${api} }`);
    const after = own('', `components: { x: { kind: frontend, paths: ["src/**"], coverage: { target: 99 } }, ${api} }`);
    expect(findWeakenings(before, after).map(({ path }) => path)).toContain('components.api.paths');
  });
});
