import type { ChangedFile } from '../../core/snapshot/facts.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { refusalOf } from '../refusal-of.ts';
import { listedFiles } from '../snapshot/listed-files.ts';
import { toChangedFile } from '../snapshot/read-pull.ts';

/** What GitHub says of two commits. Between two SHAs it never changes. */
export interface CommitComparison {
  readonly mergeBase: string;
  readonly mergeBaseTree: string;
  /** Whether the head has commits that the base has not. */
  readonly isAhead: boolean;
  /** What the head changed since the merge base; null when there are too many to be listed. */
  readonly files: readonly ChangedFile[] | null;
  /** Some of `files` are submodules, of which a tree does not speak. */
  readonly submodules: boolean;
}

/** How Git shows a submodule in a difference, with or without a `.gitmodules`. */
const submodule = /^[-+]Subproject commit [0-9a-f]{40}/m;

/** What `head` brings since it left `base`, both by SHA; null when GitHub does not say. */
export async function readComparison(
  github: GitHub,
  name: RepositoryName,
  { base, head }: { readonly base: string; readonly head: string },
): Promise<CommitComparison | null> {
  try {
    const { data } = await github.rest.repos.compareCommitsWithBasehead({ ...name, basehead: `${base}...${head}`, per_page: 1 });
    const { files = [], merge_base_commit: common } = data;
    return {
      mergeBase: common.sha,
      mergeBaseTree: common.commit.tree.sha,
      isAhead: data.ahead_by > 0,
      files: files.length >= listedFiles ? null : files.map(toChangedFile),
      submodules: files.some(({ patch }) => patch !== undefined && submodule.test(patch)),
    };
  } catch (error) {
    refusalOf(error);
    return null;
  }
}

/** All paths that a comparison names, those moved away from too; null when there are too many to be listed. */
export function changedPaths({ files }: CommitComparison): string[] | null {
  return files?.flatMap(({ path, previousPath }) => [path, ...(previousPath === null ? [] : [previousPath])]) ?? null;
}
