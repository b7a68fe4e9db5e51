import type { CommitAnswer } from './look-answer.ts';
import type { LookedCommit } from './look.ts';
import { whole } from './whole.ts';

export function toLookedCommit(commit: Partial<CommitAnswer> | null): LookedCommit | null {
  const parents = whole(commit?.parents);
  return commit?.oid && commit.tree && parents ? { sha: commit.oid, tree: commit.tree.oid, parents: parents.map(({ oid }) => oid) } : null;
}
