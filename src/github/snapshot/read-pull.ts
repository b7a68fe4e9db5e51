import { changedLines } from '../../core/snapshot/changed-lines.ts';
import type { ChangedFile, IssueFacts, PullFacts } from '../../core/snapshot/facts.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { toMilestone, toPerson } from './to-facts.ts';

interface ClosingIssues {
  repository: {
    pullRequest: {
      closingIssuesReferences: {
        nodes:
          | ({
              databaseId: number;
              number: number;
              title: string;
              body: string;
              state: 'OPEN' | 'CLOSED';
              url: string;
              author: { login: string; databaseId?: number; __typename: string } | null;
              milestone: { number: number } | null;
              labels: { nodes: ({ name: string } | null)[] } | null;
            } | null)[]
          | null;
      } | null;
    } | null;
  } | null;
}

/** REST does not tell which issues a pull request closes, so this one thing is asked of GraphQL. */
const closingIssuesQuery = `query ($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      closingIssuesReferences(first: 50) {
        nodes {
          databaseId number title body state url
          author { login __typename ... on User { databaseId } ... on Bot { databaseId } }
          milestone { number }
          labels(first: 20) { nodes { name } }
        }
      }
    }
  }
}`;

/** One pull request with its files and the issues that it closes. */
export async function readPull(github: GitHub, repository: RepositoryName, number: number): Promise<PullFacts> {
  const [{ data: pull }, files, closes] = await Promise.all([
    github.rest.pulls.get({ ...repository, pull_number: number }),
    readChangedFiles(github, repository, number),
    readClosingIssues(github, repository, number),
  ]);
  return {
    number,
    title: pull.title,
    url: pull.html_url,
    state: pull.state === 'closed' ? 'closed' : 'open',
    merged: pull.merged,
    author: toPerson(pull.user),
    head: { sha: pull.head.sha, ref: pull.head.ref, repositoryId: pull.head.repo?.id ?? null },
    base: { sha: pull.base.sha, ref: pull.base.ref },
    labels: pull.labels.map(({ name }) => name),
    milestone: pull.milestone ? toMilestone(pull.milestone) : null,
    closes,
    files,
  };
}

/** GitHub lists 3,000 files at most and sends no patch of large or binary ones. */
async function readChangedFiles(github: GitHub, repository: RepositoryName, number: number): Promise<ChangedFile[]> {
  const files = await github.paginate(github.rest.pulls.listFiles, { ...repository, pull_number: number, per_page: 100 });
  return files.map((file) => ({
    path: file.filename,
    previousPath: file.previous_filename ?? null,
    status: file.status,
    changedLines: file.status === 'removed' ? [] : changedLines(file.changes === 0 ? '' : file.patch),
  }));
}

async function readClosingIssues(github: GitHub, { owner, repo }: RepositoryName, number: number): Promise<IssueFacts[]> {
  const answer = await github.graphql<ClosingIssues>(closingIssuesQuery, { owner, repo, number });
  const nodes = answer.repository?.pullRequest?.closingIssuesReferences?.nodes ?? [];
  return nodes.flatMap((node) =>
    node
      ? [
          {
            id: node.databaseId,
            number: node.number,
            title: node.title,
            body: node.body,
            state: node.state === 'CLOSED' ? ('closed' as const) : ('open' as const),
            author: toPerson(
              node.author ? { id: node.author.databaseId ?? 0, login: loginOf(node.author), type: node.author.__typename } : null,
            ),
            milestone: node.milestone?.number ?? null,
            labels: node.labels?.nodes.flatMap((label) => (label ? [label.name] : [])) ?? [],
            parent: null,
            url: node.url,
          },
        ]
      : [],
  );
}

/** GraphQL leaves out the `[bot]` that REST puts behind an app's login. */
function loginOf(author: { login: string; __typename: string }): string {
  return author.__typename === 'Bot' && !author.login.endsWith('[bot]') ? `${author.login}[bot]` : author.login;
}
