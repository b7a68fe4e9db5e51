import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedGitHub, startGitHub } from '../../../src/rehearsal/github/start-github.ts';

let github: EmbeddedGitHub;
beforeAll(async () => {
  github = await startGitHub({
    now: '2027-01-12T18:00:00Z',
    app: { permissions: { checks: 'write', pull_requests: 'read' }, events: ['pull_request', 'repository'] },
  });
  for (const login of ['acme', 'globex']) {
    github.people.addOrganisation(login, { owners: ['ana'] });
    github.people.installApp({ account: login });
  }
});
afterAll(() => github.close());

test('a renamed default branch takes its pull requests along and closes those from it', async () => {
  const { people } = github;
  const repository = people.createRepository({ owner: 'acme', name: 'renamed', as: 'ana', files: { 'README.md': 'One\n' } });
  people.commit({ repository, as: 'ana', branch: 'work', files: { 'a.txt': '1\n' } });
  people.createBranch({ repository, as: 'ana', branch: 'old' });
  const into = people.openPull({ repository, as: 'ana', head: 'work' });
  people.commit({ repository, as: 'ana', files: { 'b.txt': '1\n' } });
  const from = people.openPull({ repository, as: 'ana', head: 'main', base: 'old' });
  people.renameBranch({ repository, as: 'ana', from: 'main', to: 'trunk' });
  expect([repository.defaultBranch, into.pull.baseRef, into.state, from.state]).toEqual(['trunk', 'trunk', 'open', 'closed']);
  expect(repository.refs.has('refs/heads/main')).toBe(false);
  expect(github.webhooks.ofEvent('repository', 'edited')).toHaveLength(1);
  expect(github.webhooks.ofEvent('pull_request', 'edited')).toHaveLength(1);
});

test('a transferred repository keeps its number, and is told of under its new owner', () => {
  const { people } = github;
  const repository = people.createRepository({ owner: 'acme', name: 'moved', as: 'ana', files: { 'README.md': 'One\n' } });
  people.transfer({ repository, as: 'ana', to: 'globex' });
  expect(github.webhooks.ofEvent('repository', 'transferred')).toHaveLength(1);
  expect(github.state.accounts.get(repository.ownerId)?.login).toBe('globex');
  expect(github.state.repositories.get(repository.id)).toBe(repository);
});
