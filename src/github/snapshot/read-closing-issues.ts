import type { Person } from '../../core/people/decision.ts';
import type { IssueFacts } from '../../core/snapshot/facts.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { toPerson } from './to-facts.ts';

export interface ClosingIssue {
  readonly fullDatabaseId: string | null;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: 'OPEN' | 'CLOSED';
  readonly url: string;
  readonly repository: { readonly id: string };
  readonly author: { readonly login: string; readonly databaseId?: number; readonly __typename: string } | null;
  readonly milestone: { readonly number: number } | null;
  readonly labels: { readonly nodes: readonly ({ readonly name: string } | null)[] } | null;
  readonly assignees: { readonly nodes: readonly ({ readonly databaseId: number | null } | null)[] | null } | null;
}

interface Answer {
  readonly repository: {
    readonly id: string;
    readonly pullRequest: { readonly closingIssuesReferences: { readonly nodes: readonly (ClosingIssue | null)[] | null } | null } | null;
  } | null;
}

/** The fields of a closing issue, for a query that asks for more than them. */
export const closingIssueFields = `
          fullDatabaseId number title body state url
          repository { id }
          author { login __typename ... on User { databaseId } ... on Bot { databaseId } }
          milestone { number }
          labels(first: 20) { nodes { name } }
          assignees(first: 20) { nodes { databaseId } }
`;

const query = `query ($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) {
    id
    pullRequest(number: $number) {
      closingIssuesReferences(first: 100) {
        nodes { ${closingIssueFields} }
      }
    }
  }
}`;

/**
 * The issues of this repository that merging a pull request closes: REST does not tell. It may close another repository's
 * as well, whose numbers mean other things here.
 */
export async function readClosingIssues(github: GitHub, { owner, repo }: RepositoryName, number: number): Promise<IssueFacts[]> {
  const { repository } = await github.graphql<Answer>(query, { owner, repo, number });
  return toClosingIssues(repository?.pullRequest?.closingIssuesReferences?.nodes ?? [], repository?.id);
}

/** Those of this repository, by its node id. */
export function toClosingIssues(nodes: readonly (ClosingIssue | null)[], repository: string | undefined): IssueFacts[] {
  return nodes.flatMap((issue) => (issue && issue.repository.id === repository ? [toFacts(issue)] : []));
}

function toFacts(issue: ClosingIssue): IssueFacts {
  const { number, title, body, url, author } = issue;
  return {
    id: Number(issue.fullDatabaseId ?? 0),
    number,
    title,
    body,
    state: issue.state === 'CLOSED' ? 'closed' : 'open',
    author: toAuthor(author),
    milestone: issue.milestone?.number ?? null,
    labels: issue.labels?.nodes.flatMap((label) => (label ? [label.name] : [])) ?? [],
    assignees: issue.assignees?.nodes?.flatMap((assignee) => assignee?.databaseId ?? []) ?? [],
    parent: null,
    url,
  };
}

/** The author of something as GraphQL tells of them. */
export function toAuthor(author: ClosingIssue['author']): Person {
  return toPerson(author ? { id: author.databaseId ?? 0, login: loginOf(author), type: author.__typename } : null);
}

/** GraphQL leaves out the `[bot]` that REST puts behind an app's login. */
function loginOf(author: { readonly login: string; readonly __typename: string }): string {
  return author.__typename === 'Bot' && !author.login.endsWith('[bot]') ? `${author.login}[bot]` : author.login;
}
