import type { GitHub, RepositoryName } from '../client.ts';
import { refusalOf } from '../refusal-of.ts';
import { listedFiles } from './listed-files.ts';

export interface Comparison {
  /** The commit that both sides have in common. */
  readonly mergeBase: string;
  /** All paths that differ between it and the head, those moved away from too; null when there are too many to be listed. */
  readonly changed: readonly string[] | null;
}

/** What a head brings since it left `base`, a branch or a commit; null when GitHub does not say. */
export async function compareWithBase(
  github: GitHub,
  repository: RepositoryName,
  { base, head }: { readonly base: string; readonly head: string },
): Promise<Comparison | null> {
  try {
    const { data } = await github.rest.repos.compareCommitsWithBasehead({ ...repository, basehead: `${base}...${head}`, per_page: 1 });
    const { files = [] } = data;
    const changed = files.flatMap(({ filename, previous_filename: previous }) => [filename, ...(previous === undefined ? [] : [previous])]);
    return { mergeBase: data.merge_base_commit.sha, changed: files.length >= listedFiles ? null : changed };
  } catch (error) {
    refusalOf(error);
    return null;
  }
}
