import { expect, onTestFinished, test } from 'vitest';
import { readBacklog } from '../../../src/github/snapshot/read-backlog.ts';
import { type Answer, tinyGitHub } from '../authorities/tiny-github.ts';

const asked = { authors: ['sprintgate[bot]'], labels: ['bug'] };

async function read(answer: Answer) {
  const server = await tinyGitHub({
    'GET /repos/acme/shop/milestones': { body: [] },
    'GET /repos/acme/shop/labels': { body: [] },
    'GET /repos/acme/shop/issues': answer,
  });
  onTestFinished(() => server.close());
  return readBacklog(server.github, { owner: 'acme', repo: 'shop' }, asked);
}

test('issues that may not be read are unknown, and the permission is named', async () => {
  const backlog = await read({ status: 403, body: { message: 'Resource not accessible by integration' } });
  expect(backlog.unavailable).toEqual([{ what: 'issues', why: 'permission `issues: read` is missing' }]);
  expect(backlog.counts.openIssuesByLabel).toEqual({});
});

test('a rate limit is no missing permission', async () => {
  await expect(read({ status: 403, headers: { 'x-ratelimit-remaining': '0' }, body: { message: 'API rate limit exceeded' } })).rejects.toThrow(/rate limit/);
});

test('a repository without issues of ours is known to have none', async () => {
  expect(await read({ body: [] })).toMatchObject({ issues: [], unavailable: [] });
});
