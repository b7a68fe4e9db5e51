import { closingIssueFields } from '../snapshot/read-closing-issues.ts';
import { configFileFields as file } from './config-file.ts';

const issue = `fullDatabaseId number title body state stateReason closedAt url milestone { number } parent { number }
      author { login __typename ... on User { databaseId } ... on Bot { databaseId } }
      labels(first: 50) { totalCount nodes { name } }`;
const commit = 'oid tree { oid } parents(first: 10) { totalCount nodes { oid } }';

/**
 * All that a look at one pull request asks of GitHub, in one request. It costs 2 of the installation's 5,000 points an hour or
 * more: GitHub adds up the requests behind all connections, were they full, and divides by 100. Here: open pull requests,
 * labels, closing issues, suites, ours (5), of 25 issues labels and assignees (50), milestones,
 * the repository's labels, issues (3) and of 50 their labels (50), a few counts, of 50 suites the runs twice (100), of ours
 * the runs and of 20 runs the annotations (21). It names some 3,000 nodes of the 500,000 that it may.
 * Source: https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
 */
export function lookQuery(counted: readonly string[]): string {
  const counts = counted.map((label, index) => `count${index}: issues(first: 1, states: OPEN, labels: [${JSON.stringify(label)}]) { totalCount }`);
  return `query ($owner: String!, $repo: String!, $number: Int!, $head: GitObjectID!, $config: String!, $app: Int!, $since: DateTime!) {
  repository(owner: $owner, name: $repo) {
    id databaseId name url isFork isArchived hasIssuesEnabled
    owner { __typename login }
    defaultBranchRef { name target { ... on Commit { oid tree { oid } ${file} } } }
    open: pullRequests(states: OPEN, first: 100) { totalCount nodes { number headRefOid } }
    pullRequest(number: $number) {
      number title permalink state merged changedFiles
      author { login __typename ... on User { databaseId } ... on Bot { databaseId } }
      headRefOid headRefName headRepository { databaseId }
      baseRefOid baseRefName baseRef { target { oid } }
      potentialMergeCommit { ${commit} }
      labels(first: 100) { totalCount nodes { name } }
      milestone { number title description state dueOn }
      closingIssuesReferences(first: 25) { totalCount nodes { ${closingIssueFields} } }
    }
    milestones(first: 100) { totalCount nodes { number title description state dueOn } }
    labels(first: 100) { totalCount nodes { id name } }
    last: issues(first: 1, orderBy: { field: CREATED_AT, direction: DESC }) { totalCount nodes { number } }
    newest: issues(first: 1, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { updatedAt } }
    changed: issues(first: 50, filterBy: { since: $since }) { totalCount nodes { ${issue} } }
    ${counts.join('\n    ')}
    head: object(oid: $head) {
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
        ours: checkSuites(first: 1, filterBy: { appId: $app }) {
          nodes { checkRuns(first: 20, filterBy: { checkType: LATEST }) { nodes { permalink annotations(first: 1) { totalCount } } } }
        }
      }
    }
  }
  organisation: repository(owner: $owner, name: ".github") { id defaultBranchRef { target { ... on Commit { ${file} } } } }
}`;
}
