import { commitsBetween, mergeBase } from '../github/git/history.ts';
import type { Commit, ObjectStore } from '../github/git/object-store.ts';
import type { Pull } from '../github/records/issue.ts';

/** The commits of a pull request, oldest first; of a merged one those that it had brought. */
export function commitsOfPull(objects: ObjectStore, pull: Pull): readonly Commit[] {
  const landed = pull.merged && pull.mergeCommitSha !== null ? objects.commits.get(pull.mergeCommitSha)?.parents[0] : undefined;
  const base = landed ?? pull.baseSha;
  return commitsBetween(objects, mergeBase(objects, base, pull.headSha)?.sha ?? base, pull.headSha);
}
