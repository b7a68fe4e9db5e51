import { readMarked } from '../../core/markers/marker.ts';
import type { CommentFacts } from '../../core/snapshot/facts.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { toComment } from './to-facts.ts';

export interface OwnComment {
  readonly issue: number;
  readonly markerId: string;
  /** Logins whose marked comments are ours: the app's bot, or whoever runs the CLI. */
  readonly authors: readonly string[];
}

/** Our comment of one kind on an issue, by marker and author: a marker that somebody else pasted is not ours. Oldest first. */
export async function readMarkedComment(github: GitHub, repository: RepositoryName, own: OwnComment): Promise<CommentFacts | null> {
  const comments = await github.paginate(github.rest.issues.listComments, { ...repository, issue_number: own.issue, per_page: 100 });
  const ours = comments.map(toComment).find((comment) => own.authors.includes(comment.author.login) && readMarked(comment.body)?.marker.id === own.markerId);
  return ours ?? null;
}
