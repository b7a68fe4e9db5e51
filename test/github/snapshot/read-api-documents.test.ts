import { expect, it } from 'vitest';
import { readApiDocuments } from '../../../src/github/snapshot/read-api-documents.ts';
import { startAcme } from '../../rehearsal/github/acme.ts';
import { playbookOf, world } from '../../core/rules/rule-world.ts';

const criterion = { id: 'api.contract', category: 'quality', block: 's0', target: 'release', rule: { openapi: { kind: 'api', operation: 'POST /predict' } } };

it('reads a component’s OpenAPI document at the head commit, and only where a criterion asks for it', async () => {
  const { github, repository, bot, at } = await startAcme();
  const text = 'openapi: 3.1.0\npaths:\n  /predict: { post: {} }\n  /health: { get: {} }\n';
  const { sha } = github.people.commit({ repository, as: 'luis', branch: 'work', files: { 'docs/openapi.yaml': text } });
  const { policy } = world({ playbook: playbookOf({ criteria: [criterion] }) });
  const components = policy.components.map((component) => (component.kind === 'api' ? { ...component, openapi: 'docs/openapi.yaml' } : component));
  const read = (policyOf: typeof policy, commit: string) => readApiDocuments(bot, at, { policy: policyOf, sha: commit });
  expect(await read({ ...policy, components }, sha)).toEqual({
    apiDocuments: [{ component: 'shop-api', path: 'docs/openapi.yaml', state: 'read', operations: [{ name: 'POST /predict', request: null, response: null }] }],
  });
  const main = repository.refs.get('refs/heads/main') ?? '';
  expect(await read({ ...policy, components }, main)).toEqual({ apiDocuments: [{ component: 'shop-api', path: 'docs/openapi.yaml', state: 'absent' }] });
  const before = github.requests.entries.length;
  expect(await read(policy, sha)).toEqual({});
  expect(await read({ ...world({}).policy, components }, sha)).toEqual({});
  expect(github.requests.entries).toHaveLength(before);
  await github.close();
  github.assertClean();
});
