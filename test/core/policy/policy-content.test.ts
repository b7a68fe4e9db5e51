import { expect, test } from 'vitest';
import { sha256 } from '../../../src/core/markers/digest.ts';
import { policyContent } from '../../../src/core/policy/policy-content.ts';
import { resolvePolicy } from '../../../src/core/policy/resolve-policy.ts';
import { loadPlaybook } from '../../../src/engine/load-playbook.ts';
import { smallConfig } from '../../support/stage.ts';

test('the content of a policy is what its digest is taken over', async () => {
  const { policy } = resolvePolicy({
    loaded: await loadPlaybook('construir@1'),
    organisation: null,
    repository: { file: 'sprintgate.yml', text: smallConfig },
  });
  if (!policy) throw new Error('the configuration is good');
  expect(sha256(policyContent(policy))).toBe(policy.digest);
});
