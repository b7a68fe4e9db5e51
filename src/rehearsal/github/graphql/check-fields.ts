import { appById } from '../records/find.ts';
import type { CheckRun } from '../records/checks.ts';
import { nodeId } from '../render/node-id.ts';
import { repositoryHtmlUrl } from '../render/repository.ts';
import { staleAfter } from '../render/stale-after.ts';
import { connect } from './connection.ts';
import { commitNode, repositoryNode } from './nodes.ts';
import type { CheckRunNode, CommitNode, SuiteNode, WorkflowRunNode } from './nodes.ts';
import { enter, fields, shortId } from './resolver.ts';
import type { Args, GraphqlContext } from './resolver.ts';

interface Filter {
  readonly appId?: number;
  readonly checkName?: string;
  readonly checkType?: 'ALL' | 'LATEST';
}

function runsOf({ repository, suite }: SuiteNode): CheckRun[] {
  return [...repository.checkRuns.values()].filter((run) => run.suiteId === suite.id);
}

/** The suites of a commit: one of each app, but one of each workflow run. */
export function suitesOf(source: CommitNode, args: Args, context: GraphqlContext): unknown {
  const { repository } = source;
  enter(context, { repository, operationId: 'checks/list-suites-for-ref', writes: false });
  const { appId, checkName } = (args['filterBy'] ?? {}) as Filter;
  const nodes = [...repository.checkSuites.values()]
    .filter((suite) => suite.headSha === source.commit.sha && (appId === undefined || suite.appId === appId))
    .map((suite): SuiteNode => ({ __typename: 'CheckSuite', repository, suite }))
    .filter((node) => checkName === undefined || runsOf(node).some(({ name }) => name === checkName));
  return connect('checkSuites', args, nodes);
}

export const suiteFields = fields<SuiteNode>({
  id: (source) => nodeId('CheckSuite', source.suite.id),
  databaseId: (source) => shortId(source.suite.id),
  status: (source) => source.suite.status.toUpperCase(),
  conclusion: (source) => source.suite.conclusion?.toUpperCase() ?? null,
  createdAt: (source) => source.suite.createdAt,
  updatedAt: (source) => source.suite.updatedAt,
  commit: (source, _args, context) => commitNode(context.world, source.repository, source.suite.headSha),
  repository: (source) => repositoryNode(source.repository),
  app: (source, _args, context) => {
    const app = appById(context.world, source.suite.appId);
    return { __typename: undefined, id: nodeId('App', app.id), databaseId: app.id, slug: app.slug, name: app.name };
  },
  branch: ({ repository, suite }) =>
    suite.headBranch !== null && repository.refs.has(`refs/heads/${suite.headBranch}`)
      ? { __typename: 'Ref', id: nodeId('Ref', suite.headBranch), name: suite.headBranch, prefix: 'refs/heads/' }
      : null,
  checkRuns: (source, args) => {
    const { appId, checkName, checkType = 'LATEST' } = (args['filterBy'] ?? {}) as Filter;
    const all = runsOf(source).filter((run) => (appId === undefined || run.appId === appId) && (checkName === undefined || run.name === checkName));
    const newest = all.filter((run) => checkType === 'ALL' || !all.some((other) => other.name === run.name && other.id > run.id));
    return connect(
      'checkRuns',
      args,
      newest.map((run): CheckRunNode => ({ __typename: 'CheckRun', repository: source.repository, run })),
    );
  },
  workflowRun: (source, _args, context) => {
    const run = [...source.repository.runs.values()].find(({ suiteId }) => suiteId === source.suite.id);
    if (run === undefined) return null;
    enter(context, { repository: source.repository, operationId: 'actions/list-workflow-runs-for-repo', writes: false });
    return { __typename: 'WorkflowRun', repository: source.repository, run } satisfies WorkflowRunNode;
  },
});

function permalink({ repository, run }: CheckRunNode, context: GraphqlContext): string {
  return `${repositoryHtmlUrl(context.world, repository)}/runs/${run.id}`;
}

export const checkRunFields = fields<CheckRunNode>({
  id: (source) => nodeId('CheckRun', source.run.id),
  databaseId: (source) => shortId(source.run.id),
  name: (source) => source.run.name,
  status: (source, _args, context) => (staleAfter(source.run, context.world.now()) ? 'COMPLETED' : source.run.status.toUpperCase()),
  conclusion: (source, _args, context) => (staleAfter(source.run, context.world.now()) ? 'STALE' : (source.run.conclusion?.toUpperCase() ?? null)),
  externalId: (source) => source.run.externalId,
  title: (source) => source.run.output.title,
  summary: (source) => source.run.output.summary,
  text: (source) => source.run.output.text,
  startedAt: (source) => source.run.startedAt,
  completedAt: (source) => source.run.completedAt,
  permalink: (source, _args, context) => permalink(source, context),
  url: (source, _args, context) => permalink(source, context),
  detailsUrl: (source, _args, context) => source.run.detailsUrl ?? permalink(source, context),
  annotations: (source, args) =>
    connect(
      'annotations',
      args,
      source.run.annotations.map(({ path, message, title }) => ({ __typename: undefined, path, message, title })),
    ),
});

/** GraphQL tells neither the attempt of a run nor who started it. */
export const workflowRunFields = fields<WorkflowRunNode>({
  id: (source) => nodeId('WorkflowRun', source.run.id),
  databaseId: (source) => shortId(source.run.id),
  event: (source) => source.run.event,
  runNumber: (source) => source.run.number,
  createdAt: (source) => source.run.createdAt,
  updatedAt: (source) => source.run.updatedAt,
  url: (source, _args, context) => `${repositoryHtmlUrl(context.world, source.repository)}/actions/runs/${source.run.id}`,
  file: (source) => ({ __typename: undefined, path: source.run.path }),
  workflow: (source) => ({ __typename: undefined, databaseId: source.run.workflowId, name: source.run.name }),
});
