import { afterEach, describe, expect, test } from 'vitest';
import { decideCommands } from '../../../src/core/people/decide-commands.ts';
import type { ConversationSnapshot } from '../../../src/core/people/conversation-snapshot.ts';
import type { GitHub } from '../../../src/github/client.ts';
import { readConversation, type KnownConversation } from '../../../src/github/authorities/read-conversation.ts';
import { readMergedWork } from '../../../src/github/authorities/read-merged-work.ts';
import { inForce, issue, milestone, person, policyOf, repository } from '../../core/people/people-fixtures.ts';
import { tinyGitHub, type Answer, type TinyGitHub } from './tiny-github.ts';

const repo = '/repos/acme/aval';
const account = (login: string, type = 'User') => ({ id: person(login).id, login, type });
const open: TinyGitHub[] = [];
const known: KnownConversation = {
  now: '2027-01-20T18:00:00Z',
  repository,
  policy: inForce(policyOf()),
  number: 7,
  processed: [],
  decisions: [],
  seeded: [issue(7, 's00.checkpoint')],
  appId: 77,
};

function written(body: string, more: Record<string, unknown> = {}) {
  return {
    id: 5000,
    body,
    user: account('ana'),
    performed_via_github_app: null,
    created_at: '2027-01-20T12:00:00Z',
    updated_at: '2027-01-20T12:00:00Z',
    html_url: 'https://github.com/acme/aval/issues/7#issuecomment-5000',
    ...more,
  };
}

function pull(number: number, author: string, more: Record<string, unknown> = {}) {
  return {
    number,
    merged_at: '2027-01-15T12:00:00Z',
    updated_at: '2027-01-15T12:00:00Z',
    user: account(author),
    milestone: null,
    head: { ref: `work-${number}`, sha: 'b'.repeat(40), repo: { id: repository.id } },
    base: { ref: 'main' },
    ...more,
  };
}

const world: Record<string, Answer> = {
  [`GET ${repo}/issues/7`]: {
    body: {
      id: 70,
      number: 7,
      title: 'Architecture review',
      body: issue(7, 's00.checkpoint').body,
      state: 'open',
      html_url: '',
      user: account('robot', 'Bot'),
      milestone: null,
      labels: [],
    },
  },
  [`GET ${repo}/issues/7/comments`]: { body: [written('/sprintgate approve')] },
  [`GET ${repo}/branches/main`]: { body: { commit: { sha: 'd'.repeat(40) } } },
  [`GET ${repo}/pulls`]: { body: [pull(1, 'dev')] },
  [`GET ${repo}/pulls/1/commits`]: { body: [{ author: account('dev'), committer: { id: 1, login: 'web-flow', type: 'User' } }] },
  'GET /orgs/acme/teams/architects': { body: { slug: 'architects' } },
  'GET /orgs/acme/teams/architects/memberships/ana': { body: { state: 'active' } },
  'GET /orgs/acme/teams/architects/members': { body: [account('ana'), account('dev')] },
};

async function tiny(answers: Readonly<Record<string, Answer>>): Promise<TinyGitHub> {
  const server = await tinyGitHub(answers);
  open.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function seen(github: GitHub, asked: KnownConversation): Promise<ConversationSnapshot> {
  const snapshot = await readConversation(github, asked);
  if (snapshot === null) throw new Error('nothing was read');
  return snapshot;
}

const codes = async (answers: Readonly<Record<string, Answer>>, more: Partial<KnownConversation> = {}) => {
  const { github } = await tiny(answers);
  const result = decideCommands(await seen(github, { ...known, ...more }));
  return [...result.decisions.map(({ kind }) => kind), ...result.replies.flatMap(({ codes }) => codes)];
};

const edits = (lastEditedAt: string | null): Answer => ({
  body: {
    data: {
      repository: {
        issueOrPullRequest: {
          comments: {
            pageInfo: { hasNextPage: false, endCursor: null },
            nodes: [{ fullDatabaseId: '5000', lastEditedAt, includesCreatedEdit: lastEditedAt !== null }],
          },
        },
      },
    },
  },
});

describe('a conversation, read and decided', () => {
  test.each([
    ['a sign-off is accepted', world, ['approve']],
    [
      'without GraphQL the times decide',
      { ...world, [`GET ${repo}/issues/7/comments`]: { body: [written('/sprintgate approve', { updated_at: '2027-01-20T12:09:00Z' })] } },
      ['edited'],
    ],
    ['GraphQL tells an edit', { ...world, 'POST /graphql': edits('2027-01-20T12:00:30Z') }, ['edited']],
    [
      'GraphQL tells that there was none',
      {
        ...world,
        'POST /graphql': edits(null),
        [`GET ${repo}/issues/7/comments`]: { body: [written('/sprintgate approve', { updated_at: '2027-01-20T12:09:00Z' })] },
      },
      ['approve'],
    ],
    ['the author of merged work is refused', { ...world, [`GET ${repo}/pulls`]: { body: [pull(1, 'ana')] } }, ['own-work']],
    [
      'one who pushed to it is refused',
      { ...world, [`GET ${repo}/activity`]: { body: [{ activity_type: 'push', timestamp: '2027-01-14T00:00:00Z', actor: account('ana') }] } },
      ['own-work'],
    ],
    [
      'where pushes are not told, one who committed to it is refused',
      { ...world, [`GET ${repo}/pulls/1/commits`]: { body: [{ author: account('ana'), committer: account('dev') }] } },
      ['own-work'],
    ],
    [
      'work that may not be read is waited for',
      { ...world, [`GET ${repo}/pulls`]: { status: 403, body: { message: 'Resource not accessible by integration' } } },
      ['later'],
    ],
    [
      'a team that may not be asked is waited for',
      { ...world, 'GET /orgs/acme/teams/architects/memberships/ana': { status: 403, body: { message: 'Resource not accessible by integration' } } },
      ['later'],
    ],
    ['one without the authority is refused', { ...world, 'GET /orgs/acme/teams/architects/memberships/ana': { status: 404, body: {} } }, ['no-authority']],
  ])('%s', async (_name, answers, expected) => {
    expect(await codes(answers)).toEqual(expected);
  });

  test.each([404, 410])('is null when its issue is gone (%i)', async (status) => {
    const { github } = await tiny({ ...world, [`GET ${repo}/issues/7`]: { status, body: { message: 'gone' } } });
    expect(await readConversation(github, known)).toBeNull();
  });

  test('costs two requests when nobody gave a command', async () => {
    const { github, requests } = await tiny({ ...world, [`GET ${repo}/issues/7/comments`]: { body: [written('hello')] } });
    await readConversation(github, known);
    expect(requests).toHaveLength(2);
  });

  test('does not ask again for what is done with', async () => {
    const first = await tiny(world);
    const { marks } = decideCommands(await seen(first.github, known));
    const second = await tiny(world);
    await readConversation(second.github, { ...known, processed: marks });
    expect(second.requests).toHaveLength(2);
  });

  test('asks only for the authorities that the command needs', async () => {
    const { github, requests } = await tiny(world);
    await readConversation(github, known);
    expect(requests.filter((request) => request.includes('/teams/'))).toEqual([
      'GET /orgs/acme/teams/architects/memberships/ana',
      'GET /orgs/acme/teams/architects/members',
    ]);
  });

  test('on a pull request knows its head and everybody who wrote it', async () => {
    const { github } = await tiny({
      ...world,
      [`GET ${repo}/issues/30`]: { body: { ...(world[`GET ${repo}/issues/7`]?.body as object), number: 30, body: '', pull_request: { url: '' } } },
      [`GET ${repo}/issues/30/comments`]: { body: [written('/sprintgate override production is down')] },
      [`GET ${repo}/pulls/30`]: { body: pull(30, 'dev') },
      [`GET ${repo}/pulls/30/commits`]: { body: [{ author: account('eli'), committer: account('eli') }] },
    });
    const snapshot = await seen(github, { ...known, number: 30 });
    expect(snapshot.pull).toMatchObject({ author: { login: 'dev' }, headSha: 'b'.repeat(40), contributors: [person('eli').id, person('eli').id] });
  });
});

describe('merged work', () => {
  const read = async (answers: Readonly<Record<string, Answer>>) => {
    const server = await tiny(answers);
    const work = await readMergedWork(server.github, {
      repository: { owner: 'acme', repo: 'aval', id: repository.id, defaultBranch: 'main' },
      since: '2027-01-01T00:00:00Z',
      isRelevant: ({ milestoneDescription }) => milestoneDescription === null,
    });
    return { work, requests: server.requests };
  };
  test('leaves out what was not merged, or merged before', async () => {
    const { work } = await read({
      ...world,
      [`GET ${repo}/pulls`]: { body: [pull(1, 'dev'), pull(2, 'ana', { merged_at: null }), pull(3, 'bea', { merged_at: '2026-12-01T00:00:00Z' })] },
    });
    expect(work).toMatchObject({ pulls: [{ number: 1 }] });
  });
  test('reads commits only of what is relevant', async () => {
    const { requests } = await read({ ...world, [`GET ${repo}/pulls`]: { body: [pull(1, 'dev'), pull(2, 'ana', { milestone: milestone(4, 's03') })] } });
    expect(requests.filter((request) => request.endsWith('/commits'))).toEqual([`GET ${repo}/pulls/1/commits`]);
  });
  test('is unavailable when a pull request has more commits than GitHub lists', async () => {
    const { work } = await read({
      ...world,
      [`GET ${repo}/pulls/1/commits`]: { body: Array.from({ length: 250 }, () => ({ author: account('dev'), committer: account('dev') })) },
    });
    expect(work).toEqual({ unavailable: '#1: commits > 250' });
  });
  test('counts pushes past pull requests', async () => {
    const { work } = await read({
      ...world,
      [`GET ${repo}/activity`]: {
        body: [
          { activity_type: 'push', timestamp: '2027-01-14T00:00:00Z', actor: account('eve') },
          { activity_type: 'pr_merge', timestamp: '2027-01-14T00:00:00Z', actor: account('bea') },
        ],
      },
    });
    expect(work).toMatchObject({ directPushes: [{ userId: person('eve').id }] });
  });
});
