import { expect, onTestFinished, test } from 'vitest';
import { readMergeGroup } from '../../../src/github/snapshot/read-merge-group.ts';
import { readQueuedGroups } from '../../../src/github/snapshot/read-queued-groups.ts';
import { type Answer, tinyGitHub } from '../authorities/tiny-github.ts';

const name = { owner: 'acme', repo: 'shop' };
const refs = 'GET /repos/acme/shop/git/matching-refs/heads%2Fgh-readonly-queue%2F';
const sha = 'a'.repeat(40);
const ref = (of: string) => ({ ref: `refs/heads/gh-readonly-queue/main/pr-1-${of}`, object: { sha: of } });

async function github(answers: Readonly<Record<string, Answer>>) {
  const server = await tinyGitHub(answers);
  onTestFinished(() => server.close());
  return server.github;
}

function entries(...nodes: readonly object[]): Answer {
  return { body: { data: { repository: { mergeQueue: { configuration: { checkResponseTimeout: 60 }, entries: { nodes } } } } } };
}

test('a group whose branch is there before its entry is looked for again', async () => {
  const waiting = { position: 1, headCommit: null, pullRequest: { number: 1 } };
  for (const answer of [entries(), entries(waiting)]) {
    const early = await github({ [refs]: { body: [ref(sha)] }, 'POST /graphql': answer });
    await expect(readMergeGroup(early, name, sha)).rejects.toThrow(/no entry for a{40}; looking again/);
  }
});

test('a group whose branch is gone is over', async () => {
  expect(await readMergeGroup(await github({ [refs]: { body: [ref('b'.repeat(40))] } }), name, sha)).toBeNull();
});

test('the groups that wait are the heads of the queue’s branches; without the permission there are none', async () => {
  expect(await readQueuedGroups(await github({ [refs]: { body: [ref(sha)] } }), name)).toEqual([sha]);
  expect(await readQueuedGroups(await github({ [refs]: { status: 403, body: { message: 'Resource not accessible by integration' } } }), name)).toEqual([]);
});
