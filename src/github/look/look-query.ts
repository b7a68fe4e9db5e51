import { closingIssueFields } from '../snapshot/read-closing-issues.ts';
import { configFileFields as file } from './config-file.ts';

const issue = `fullDatabaseId number title body state stateReason closedAt url milestone { number } parent { number }
      author { login __typename ... on User { databaseId } ... on Bot { databaseId } }
      labels(first: 50) { totalCount nodes { name } }`;
const pull = `number title permalink state merged changedFiles
  author { login __typename ... on User { databaseId } ... on Bot { databaseId } }
  headRefOid headRefName headRepository { databaseId }
  baseRefOid baseRefName baseRef { target { oid } }
  potentialMergeCommit { oid tree { oid } parents(first: 10) { totalCount nodes { oid } } }
  labels(first: 100) { totalCount nodes { name } }
  milestone { number title description state dueOn }
  closingIssuesReferences(first: 25) { totalCount nodes { ${closingIssueFields} } }`;
const commit = 'oid tree { oid } parents(first: 10) { totalCount nodes { oid } }';

/** What is asked of GitHub beside what each look asks. */
export interface LookQuestion {
  /** A pull request; null where none is asked about. */
  readonly number: number | null;
  readonly others: readonly number[];
  /** A commit whose checks and runs are asked for; null: of none. */
  readonly headSha: string | null;
  readonly appId: number;
  /** Labels of which the open issues are counted, as `labelKey` writes them. */
  readonly counted: readonly string[];
}

/**
 * All that a look at one pull request asks of GitHub, in one request. It costs 2 of the installation's 5,000 points an hour or
 * more: GitHub adds up the requests behind all connections, were they full, and divides by 100. Here: open pull requests,
 * labels, closing issues, suites, ours (5), of 25 issues labels and assignees (50), milestones,
 * the repository's labels, issues (3) and of 50 their labels (50), a few counts, of 50 suites the runs twice (100), of ours
 * the runs and of 20 runs the annotations (21); a count of several labels adds a point (100 issues, of each the labels). Each of the `others`, further pull requests by number, adds half a point. It names
 * some 3,000 nodes of the 500,000 that it may, and 1,100 more for each of them.
 * Source: https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
 */
export function lookQuery({ counted, number, others, headSha, appId }: LookQuestion): string {
  const further = others.map((number, index) => `other${index}: pullRequest(number: ${number}) { ...Pull }`);
  const counts = counted.map((key, index) => `count${index}: ${countOf(key)}`);
  return `query ($owner: String!, $repo: String!, $config: String!, $since: DateTime!) {
  repository(owner: $owner, name: $repo) {
    id databaseId name url isFork isArchived hasIssuesEnabled
    owner { __typename login }
    defaultBranchRef { name target { ... on Commit { oid tree { oid } ${file} } } }
    open: pullRequests(states: OPEN, first: 100) { totalCount nodes { number headRefOid } }
    ${number === null ? '' : `pullRequest(number: ${number}) { ...Pull }`}
    ${further.join('\n    ')}
    milestones(first: 100) { totalCount nodes { number title description state dueOn } }
    labels(first: 100) { totalCount nodes { id name } }
    last: issues(first: 1, orderBy: { field: CREATED_AT, direction: DESC }) { totalCount nodes { number } }
    newest: issues(first: 1, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { updatedAt } }
    changed: issues(first: 50, filterBy: { since: $since }) { totalCount nodes { ${issue} } }
    ${counts.join('\n    ')}
    ${headSha === null ? '' : head(headSha, appId)}
  }
  organisation: repository(owner: $owner, name: ".github") { id defaultBranchRef { target { ... on Commit { ${file} } } } }
}
${number === null && others.length === 0 ? '' : `fragment Pull on PullRequest { ${pull} }`}`;
}

/** Open issues with a label. Of several labels GraphQL takes any, so those with the first are listed with theirs. */
function countOf(key: string): string {
  const [label = '', ...further] = key.split(',');
  const open = `states: OPEN, labels: [${JSON.stringify(label)}]`;
  return further.length === 0
    ? `issues(first: 1, ${open}) { totalCount }`
    : `issues(first: 100, ${open}) { totalCount nodes { labels(first: 30) { totalCount nodes { name } } } }`;
}

function head(sha: string, appId: number): string {
  return `head: object(oid: ${JSON.stringify(sha)}) {
      ... on Commit {
        ${commit}
        checkSuites(first: 50) {
          totalCount
          nodes {
            status conclusion
            app { databaseId slug }
            branch { name }
            workflowRun { databaseId url event createdAt updatedAt file { path } }
            all: checkRuns(first: 1, filterBy: { checkType: ALL }) { totalCount }
            checkRuns(first: 50, filterBy: { checkType: LATEST }) {
              totalCount
              nodes { databaseId permalink name status conclusion externalId title summary }
            }
          }
        }
        ours: checkSuites(first: 1, filterBy: { appId: ${appId} }) {
          nodes { checkRuns(first: 20, filterBy: { checkType: LATEST }) { nodes { permalink annotations(first: 1) { totalCount } } } }
        }
      }
    }`;
}
