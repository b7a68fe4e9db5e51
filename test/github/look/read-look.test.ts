import { Octokit } from '@octokit/rest';
import { GraphqlResponseError } from '@octokit/graphql';
import { expect, test } from 'vitest';
import type { GitHub } from '../../../src/github/client.ts';
import { readLook } from '../../../src/github/look/read-look.ts';

const asked = { name: { owner: 'acme', repo: 'shop' }, number: 1, headSha: 'a'.repeat(40), appId: 3, since: '9999-01-01T00:00:00Z', counted: [] };
const none = { totalCount: 0, nodes: [] };
const file = (text: string) => ({
  mode: 0o100644,
  object: { oid: 'f'.repeat(40), byteSize: Buffer.byteLength(text), isBinary: false, isTruncated: false, text },
});
const commit = { oid: 'c'.repeat(40), tree: { oid: 'd'.repeat(40) } };
const repository = {
  id: 'R_7',
  databaseId: 7,
  name: 'shop',
  url: 'https://github.com/acme/shop',
  isFork: false,
  isArchived: false,
  hasIssuesEnabled: true,
  owner: { __typename: 'Organization', login: 'acme' },
  defaultBranchRef: { name: 'main', target: { ...commit, file: file('playbook: construir@1\n') } },
  open: none,
  pullRequest: null,
  head: null,
  milestones: none,
  labels: none,
  last: none,
  newest: { nodes: [] },
  changed: none,
};
const organisation = { id: 'R_8', defaultBranchRef: { target: { file: file('tier: 1\n') } } };

/** GitHub, which answers every query with this. */
function answering(data: unknown, errors?: readonly Record<string, unknown>[]): GitHub {
  const octokit = new Octokit();
  const graphql = async () => {
    if (errors) throw new GraphqlResponseError({ method: 'POST', url: '/graphql' }, {}, { data, errors } as never);
    return data;
  };
  return Object.assign(octokit, { graphql }) as unknown as GitHub;
}

test('a whole answer is believed', async () => {
  const look = await readLook(answering({ repository, organisation }), asked);
  expect(look?.config?.value?.text).toBe('playbook: construir@1\n');
  expect(look?.organisation?.value?.text).toBe('tier: 1\n');
  expect(look?.open?.value).toEqual([]);
});

test('the configuration of an organisation that the repository has left is not the one of its owner', async () => {
  const look = await readLook(answering({ repository: { ...repository, owner: { __typename: 'Organization', login: 'globex' } }, organisation }), asked);
  expect(look?.repository.owner).toBe('globex');
  expect(look?.organisation).toBeNull();
});

test('that there is no repository of the left organisation says nothing of the new owner', async () => {
  const moved = { repository: { ...repository, owner: { __typename: 'Organization', login: 'globex' } }, organisation: null };
  const look = await readLook(answering(moved, [{ type: 'NOT_FOUND', path: ['organisation'], message: 'no' }]), asked);
  expect(look?.organisation).toBeNull();
});

test('an answer whose error does not say what it left out is no answer', async () => {
  expect(await readLook(answering({ repository, organisation }, [{ message: 'Something went wrong while executing your query.' }]), asked)).toBeNull();
});

test.each([
  ['open', 'repository.open.nodes.3'],
  ['config', 'repository.defaultBranchRef.target.file'],
  ['backlog', 'repository.changed'],
  ['organisation', 'organisation.defaultBranchRef'],
] as const)('%s: not believed where a part of it could not be told', async (part, at) => {
  const path = at.split('.');
  const look = await readLook(answering({ repository, organisation }, [{ type: 'FORBIDDEN', path, message: 'Resource not accessible by integration' }]), asked);
  expect(look?.[part]).toBeNull();
});

test.each(['RATE_LIMITED', 'RATE_LIMIT'])('%s is no answer that could be gone on with', async (type) => {
  await expect(readLook(answering(null, [{ type, message: 'API rate limit already exceeded' }]), asked)).rejects.toThrow(/rate limit/);
});
