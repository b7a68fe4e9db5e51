import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, startAcme } from './acme.ts';
import type { Acme } from './acme.ts';

let acme: Acme;
const repository = 'acme/shop';

beforeEach(async () => {
  acme = await startAcme();
});

afterEach(async () => {
  await acme.github.close();
});

function ask<T>(query: string): Promise<T> {
  return acme.bot.graphql<T>(query);
}

const inRepository = (inner: string) => `query { repository(owner: "acme", name: "shop") { ${inner} } }`;

test('a pull request tells which issues merging it closes', async () => {
  acme.github.people.createMilestone({ repository, as: 'ana', title: 'Sprint 2' });
  acme.github.people.openIssue({ repository, as: 'ana', title: 'Task', milestone: 1 });
  acme.github.people.commit({ repository, as: 'luis', branch: 'feature', files: { a: '1' } });
  acme.github.people.openPull({ repository, as: 'luis', head: 'feature', body: 'Closes #1' });
  const data = await ask(
    inRepository(
      'pullRequest(number: 2) { milestone { title } closingIssuesReferences(first: 10) { nodes { number databaseId milestone { title number } } } }',
    ),
  );
  expect(data).toMatchObject({
    repository: { pullRequest: { milestone: null, closingIssuesReferences: { nodes: [{ number: 1, milestone: { title: 'Sprint 2', number: 1 } }] } } },
  });
  acme.github.assertClean();
});

test('a comment tells that it was edited, when, and by whom (§10)', async () => {
  acme.github.people.openIssue({ repository, as: 'ana', title: 'One' });
  const { data } = await acme.as('eva').rest.issues.createComment({ ...at, issue_number: 1, body: 'before' });
  const look = () =>
    ask<{ node: unknown }>(
      `query { node(id: "${data.node_id}") { ... on IssueComment { lastEditedAt includesCreatedEdit editor { login } userContentEdits(first: 5) { totalCount } } } }`,
    );
  expect((await look()).node).toEqual({ lastEditedAt: null, includesCreatedEdit: false, editor: null, userContentEdits: { totalCount: 0 } });
  acme.github.people.editComment({ repository, as: 'luis', comment: data.id, body: 'after' });
  expect((await look()).node).toEqual({
    lastEditedAt: acme.github.now,
    includesCreatedEdit: true,
    editor: { login: 'luis' },
    userContentEdits: { totalCount: 1 },
  });
});

test('issues are listed by who made them; a bot is named without its [bot]', async () => {
  await acme.bot.rest.issues.create({ ...at, title: 'Ours' });
  acme.github.people.openIssue({ repository, as: 'ana', title: 'Hers' });
  const data = await ask(
    inRepository(
      'issues(first: 100, filterBy: { createdBy: "sprintgate" }) { totalCount nodes { title author { login __typename } } pageInfo { hasNextPage } }',
    ),
  );
  expect(data).toEqual({
    repository: { issues: { totalCount: 1, nodes: [{ title: 'Ours', author: { login: 'sprintgate', __typename: 'Bot' } }], pageInfo: { hasNextPage: false } } },
  });
});

test('a connection wants first or last, between 1 and 100 (§1)', async () => {
  await expect(ask(inRepository('issues { totalCount }'))).rejects.toThrow('first');
  await expect(ask(inRepository('issues(first: 101) { totalCount }'))).rejects.toThrow('100');
});

test('one mutation makes an issue under its parent (§6)', async () => {
  const parent = await acme.bot.rest.issues.create({ ...at, title: 'Parent' });
  const repositoryId = (await acme.bot.rest.repos.get(at)).data.node_id;
  await acme.bot.graphql('mutation ($input: CreateIssueInput!) { createIssue(input: $input) { issue { number parent { number } } } }', {
    input: { repositoryId, title: 'Child', parentIssueId: parent.data.node_id },
  });
  expect((await acme.bot.rest.issues.listSubIssues({ ...at, issue_number: 1 })).data.map((issue) => issue.title)).toEqual(['Child']);
});

test('a minimised comment shows its reason in REST (§7)', async () => {
  await acme.bot.rest.issues.create({ ...at, title: 'One' });
  const { data } = await acme.bot.rest.issues.createComment({ ...at, issue_number: 1, body: 'old' });
  await acme.bot.graphql('mutation ($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized } } }', {
    id: data.node_id,
  });
  expect((await acme.bot.rest.issues.getComment({ ...at, comment_id: data.id })).data).toMatchObject({ minimized: { reason: 'outdated' } });
  acme.github.assertClean();
});

test('what is not there is an error of type NOT_FOUND with status 200', async () => {
  await expect(ask(inRepository('issue(number: 99) { title }'))).rejects.toMatchObject({ errors: [{ type: 'NOT_FOUND' }] });
});

test('a field that GitHub has and we do not is said and noted, a field that GitHub has not is a violation', async () => {
  await expect(ask(inRepository('stargazerCount'))).rejects.toThrow('does not answer Repository.stargazerCount');
  expect(acme.github.unimplemented).toEqual(['graphql Repository.stargazerCount']);
  await expect(ask(inRepository('sprintCount'))).rejects.toThrow('sprintCount');
  expect(acme.github.violations).toHaveLength(1);
});

test('a mutation needs the permission that REST asks for', async () => {
  const { data } = await acme.as('luis').rest.issues.create({ ...at, title: 'One' });
  await acme.github.close();
  acme = await startAcme({ app: { permissions: { issues: 'read' } } });
  acme.github.people.openIssue({ repository, as: 'luis', title: 'One' });
  await expect(
    acme.bot.graphql('mutation ($id: ID!) { addComment(input: { subjectId: $id, body: "x" }) { clientMutationId } }', { id: data.node_id }),
  ).rejects.toMatchObject({ errors: [{ type: 'FORBIDDEN' }] });
});

test('an id beyond 32 bits shows as fullDatabaseId only', async () => {
  await acme.bot.rest.issues.create({ ...at, title: 'One' });
  const { data } = await acme.bot.rest.issues.createComment({ ...at, issue_number: 1, body: 'x' });
  const found = await ask(`query { node(id: "${data.node_id}") { ... on IssueComment { databaseId fullDatabaseId } } }`);
  expect(found).toEqual({ node: { databaseId: null, fullDatabaseId: String(data.id) } });
});
