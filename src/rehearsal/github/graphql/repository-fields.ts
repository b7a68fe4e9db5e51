import { findEntry } from '../git/tree-files.ts';
import { fullName, isPull } from '../records/find.ts';
import type { Issue } from '../records/issue.ts';
import type { Repository } from '../records/repository.ts';
import { nodeId } from '../render/node-id.ts';
import { repositoryHtmlUrl } from '../render/repository.ts';
import { suitesOf } from './check-fields.ts';
import { connect } from './connection.ts';
import { accountNode, commitNode, issueNode, milestoneNode, repositoryNode } from './nodes.ts';
import type { CommitNode, LabelNode, MilestoneNode, QueueNode, RepositoryNode } from './nodes.ts';
import { enter, fields, unresolved } from './resolver.ts';
import type { Args, GraphqlContext } from './resolver.ts';

interface Order {
  readonly field?: string;
  readonly direction?: string;
}

interface Filter {
  readonly createdBy?: string;
  readonly labels?: readonly string[];
  readonly milestone?: string;
  readonly milestoneNumber?: string;
  readonly states?: readonly string[];
  readonly since?: string;
}

/** Bots are named without `[bot]` here, with or without the `app/` of the search box. */
function wrote(context: GraphqlContext, issue: Issue, login: string): boolean {
  const name = context.world.accounts.get(issue.authorId)?.login.replace(/\[bot\]$/, '');
  return name === login.replace(/^app\//, '').replace(/\[bot\]$/, '');
}

function stateOf(issue: Issue): string {
  return issue.pull?.merged === true ? 'MERGED' : issue.state.toUpperCase();
}

function matches(context: GraphqlContext, issue: Issue, args: Args): boolean {
  const filter = (args['filterBy'] ?? {}) as Filter;
  const states = (args['states'] ?? filter.states ?? null) as readonly string[] | null;
  const labels = [...((args['labels'] as readonly string[] | undefined) ?? []), ...(filter.labels ?? [])];
  const milestone = filter.milestoneNumber;
  return (
    (states === null || states.includes(stateOf(issue))) &&
    (filter.createdBy === undefined || wrote(context, issue, filter.createdBy)) &&
    labels.every((label) => issue.labels.some((worn) => worn.toLowerCase() === label.toLowerCase())) &&
    (milestone === undefined || (milestone === '*' ? issue.milestone !== null : issue.milestone === Number(milestone))) &&
    (filter.since === undefined || Date.parse(issue.updatedAt) >= Date.parse(filter.since)) &&
    (args['headRefName'] === undefined || issue.pull?.headRef === args['headRefName']) &&
    (args['baseRefName'] === undefined || issue.pull?.baseRef === args['baseRefName'])
  );
}

function listIssues(source: RepositoryNode, args: Args, input: { context: GraphqlContext; pulls: boolean }): unknown {
  const { context, pulls } = input;
  enter(context, { repository: source.repository, operationId: pulls ? 'pulls/list' : 'issues/list-for-repo', writes: false });
  const order = (args['orderBy'] ?? {}) as Order;
  const key = (issue: Issue) => (order.field === 'UPDATED_AT' ? Date.parse(issue.updatedAt) : issue.number);
  const found = [...source.repository.issues.values()]
    .filter((issue) => isPull(issue) === pulls && matches(context, issue, args))
    .toSorted((left, right) => key(left) - key(right) || left.number - right.number);
  return connect(
    pulls ? 'pullRequests' : 'issues',
    args,
    (order.direction === 'DESC' ? found.toReversed() : found).map((issue) => issueNode(source.repository, issue)),
  );
}

function oneIssue(source: RepositoryNode, args: Args, input: { context: GraphqlContext; kind: 'Issue' | 'PullRequest' | 'either' }): unknown {
  const { context, kind } = input;
  enter(context, { repository: source.repository, operationId: kind === 'PullRequest' ? 'pulls/get' : 'issues/get', writes: false });
  const issue = source.repository.issues.get(Number(args['number']));
  const fits = issue !== undefined && (kind === 'either' || isPull(issue) === (kind === 'PullRequest'));
  if (!fits) throw unresolved(kind === 'PullRequest' ? 'a PullRequest' : 'an Issue', `the number of ${String(args['number'])}`);
  return issueNode(source.repository, issue);
}

function gitObject(source: RepositoryNode, args: Args, context: GraphqlContext): unknown {
  const { repository } = enter(context, { repository: source.repository, operationId: 'repos/get-content', writes: false });
  const [ref = '', path] = String(args['expression'] ?? args['oid'] ?? '').split(':');
  const sha = repository.refs.get(`refs/heads/${ref}`) ?? (ref === 'HEAD' ? repository.refs.get(`refs/heads/${repository.defaultBranch}`) : ref);
  const commit = commitNode(context.world, repository, sha ?? '');
  if (commit === null || path === undefined) return commit;
  const entry = findEntry(context.world.objects, commit.commit.tree, path);
  const bytes = entry === null ? undefined : context.world.objects.blobs.get(entry.sha);
  return entry === null || bytes === undefined ? null : blob(entry.sha, bytes);
}

/** From where GitHub sends a blob cut is not documented; it says that it did. */
const wholeText = 512 * 1024;

function blob(oid: string, bytes: Uint8Array): unknown {
  const isBinary = bytes.includes(0);
  return {
    __typename: 'Blob',
    oid,
    byteSize: bytes.length,
    isBinary,
    isTruncated: bytes.length > wholeText,
    text: isBinary ? null : Buffer.from(bytes.subarray(0, wholeText)).toString('utf8'),
  };
}

function fileOf(source: CommitNode, args: Args, context: GraphqlContext): unknown {
  const { repository } = enter(context, { repository: source.repository, operationId: 'repos/get-content', writes: false });
  const path = String(args['path']);
  const entry = findEntry(context.world.objects, source.commit.tree, path);
  if (entry === null) return null;
  const bytes = context.world.objects.blobs.get(entry.sha);
  return {
    __typename: undefined,
    name: entry.name,
    path,
    oid: entry.sha,
    mode: Number.parseInt(entry.mode, 8),
    type: bytes === undefined ? 'tree' : 'blob',
    object: bytes === undefined ? { __typename: 'Tree', oid: entry.sha } : blob(entry.sha, bytes),
    repository: repositoryNode(repository),
  };
}

export function branch(context: GraphqlContext, repository: Repository, name: string): unknown {
  const sha = repository.refs.get(`refs/heads/${name}`);
  return sha === undefined
    ? null
    : { __typename: 'Ref', id: nodeId('Ref', name), name, prefix: 'refs/heads/', target: commitNode(context.world, repository, sha) };
}

export const repositoryFields = fields<RepositoryNode>({
  id: (source) => nodeId('Repository', source.repository.id),
  databaseId: (source) => source.repository.id,
  name: (source) => source.repository.name,
  nameWithOwner: (source, _args, context) => fullName(context.world, source.repository),
  owner: (source, _args, context) => accountNode(context.world, source.repository.ownerId),
  url: (source, _args, context) => repositoryHtmlUrl(context.world, source.repository),
  description: (source) => source.repository.description,
  isArchived: (source) => source.repository.archived,
  isFork: (source) => source.repository.forkOf !== null,
  isPrivate: (source) => source.repository.private,
  isEmpty: (source) => source.repository.refs.size === 0,
  hasIssuesEnabled: (source) => source.repository.hasIssues,
  defaultBranchRef: (source, _args, context) => branch(context, source.repository, source.repository.defaultBranch),
  ref: (source, args, context) => branch(context, source.repository, String(args['qualifiedName']).replace(/^refs\/heads\//, '')),
  object: gitObject,
  issue: (source, args, context) => oneIssue(source, args, { context, kind: 'Issue' }),
  pullRequest: (source, args, context) => oneIssue(source, args, { context, kind: 'PullRequest' }),
  issueOrPullRequest: (source, args, context) => oneIssue(source, args, { context, kind: 'either' }),
  issues: (source, args, context) => listIssues(source, args, { context, pulls: false }),
  pullRequests: (source, args, context) => listIssues(source, args, { context, pulls: true }),
  milestone: (source, args) => milestoneNode(source.repository, Number(args['number'])),
  milestones: (source, args, context) => {
    enter(context, { repository: source.repository, operationId: 'issues/list-milestones', writes: false });
    const states = args['states'] as readonly string[] | undefined;
    const found = [...source.repository.milestones.values()].filter((milestone) => states?.includes(milestone.state.toUpperCase()) ?? true);
    return connect(
      'milestones',
      args,
      found.map((milestone): MilestoneNode => ({ __typename: 'Milestone', repository: source.repository, milestone })),
    );
  },
  labels: (source, args, context) =>
    connect(
      'labels',
      args,
      [...enter(context, { repository: source.repository, operationId: 'issues/list-labels-for-repo', writes: false }).repository.labels.values()].map(
        (label): LabelNode => ({ __typename: 'Label', repository: source.repository, label }),
      ),
    ),
  mergeQueue: (source, args): QueueNode => ({
    __typename: 'MergeQueue',
    repository: source.repository,
    branch: String(args['branch'] ?? source.repository.defaultBranch),
  }),
});

export const milestoneFields = fields<MilestoneNode>({
  id: (source) => nodeId('Milestone', source.milestone.id),
  number: (source) => source.milestone.number,
  title: (source) => source.milestone.title,
  description: (source) => source.milestone.description,
  dueOn: (source) => source.milestone.dueOn,
  state: (source) => source.milestone.state.toUpperCase(),
  closed: (source) => source.milestone.state === 'closed',
  createdAt: (source) => source.milestone.createdAt,
  updatedAt: (source) => source.milestone.updatedAt,
  closedAt: (source) => source.milestone.closedAt,
  url: (source, _args, context) => `${repositoryHtmlUrl(context.world, source.repository)}/milestone/${source.milestone.number}`,
  creator: (source, _args, context) => accountNode(context.world, source.milestone.creatorId),
});

export const labelFields = fields<LabelNode>({
  id: (source) => nodeId('Label', source.label.id),
  name: (source) => source.label.name,
  color: (source) => source.label.color,
  description: (source) => source.label.description,
});

export const commitFields = fields<CommitNode>({
  id: (source) => nodeId('Commit', source.commit.sha),
  oid: (source) => source.commit.sha,
  abbreviatedOid: (source) => source.commit.sha.slice(0, 7),
  message: (source) => source.commit.message,
  messageHeadline: (source) => source.commit.message.split('\n')[0] ?? '',
  committedDate: (source) => source.commit.committer.date,
  authoredDate: (source) => source.commit.author.date,
  tree: (source) => ({ __typename: 'Tree', oid: source.commit.tree }),
  file: fileOf,
  parents: (source, args, context) =>
    connect(
      'parents',
      args,
      source.commit.parents.map((sha) => commitNode(context.world, source.repository, sha)),
    ),
  checkSuites: suitesOf,
  repository: (source) => repositoryNode(source.repository),
});
