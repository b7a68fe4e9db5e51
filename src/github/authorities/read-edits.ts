import type { GitHub, RepositoryName } from '../client.ts';

export interface CommentEdit {
  readonly lastEditedAt: string | null;
  readonly includesCreatedEdit: boolean;
}

interface Answer {
  readonly repository: {
    readonly issueOrPullRequest: {
      readonly comments: {
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
        readonly nodes:
          readonly ({ readonly fullDatabaseId: string | null; readonly lastEditedAt: string | null; readonly includesCreatedEdit: boolean } | null)[] | null;
      };
    } | null;
  } | null;
}

const query = `query Edits($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    issueOrPullRequest(number: $number) {
      ... on Issue { comments(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { fullDatabaseId lastEditedAt includesCreatedEdit } } }
      ... on PullRequest { comments(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { fullDatabaseId lastEditedAt includesCreatedEdit } } }
    }
  }
}`;

/** Reads by comment id whether each comment was edited. Null where GraphQL does not answer it: REST's times decide then. */
export async function readEdits(github: GitHub, repository: RepositoryName, number: number): Promise<ReadonlyMap<number, CommentEdit> | null> {
  const edits = new Map<number, CommentEdit>();
  let after: string | null = null;
  try {
    do {
      const answer: Answer = await github.graphql<Answer>(query, { owner: repository.owner, repo: repository.repo, number, after });
      const comments = answer.repository?.issueOrPullRequest?.comments;
      if (!comments) return null;
      for (const node of comments.nodes ?? []) {
        if (node?.fullDatabaseId) edits.set(Number(node.fullDatabaseId), { lastEditedAt: node.lastEditedAt, includesCreatedEdit: node.includesCreatedEdit });
      }
      after = comments.pageInfo.hasNextPage ? comments.pageInfo.endCursor : null;
    } while (after !== null);
    return edits;
  } catch {
    // REST's two times are the stricter test: any edit changes `updated_at`. So not knowing more lets nothing through.
    return null;
  }
}
