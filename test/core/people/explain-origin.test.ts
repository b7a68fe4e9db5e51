import { expect, test } from 'vitest';
import { explainOrigin } from '../../../src/core/people/explain-origin.ts';
import { minimal, policyOf } from '../policy/resolved.ts';

const policy = policyOf(`${minimal}coverage: { smallChange: 5 }\n`, 'coverage: { total: 90 }\nlocked: [coverage.total]\n');

test.each([
  ['coverage.total', ['- `coverage.total`: the organisation’s file (locked by the organisation)']],
  ['coverage.smallChange', ['- `coverage.smallChange`: this repository’s file']],
  ['tier', ['- `tier`: this repository’s file']],
])('%s has its origin', (path, lines) => {
  expect(explainOrigin(policy, path)?.split('\n')).toEqual(lines);
});

test('a path above values lists them all', () => {
  expect(explainOrigin(policy, 'coverage')?.split('\n').length).toBeGreaterThan(2);
});

test.each(['', 'cover', 'architecture-review', 'coverage.'])('"%s" is no path of the configuration', (path) => {
  expect(explainOrigin(policy, path)).toBeNull();
});
