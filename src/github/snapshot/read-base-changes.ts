import type { PullFacts } from '../../core/snapshot/facts.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { refusalOf } from '../refusal-of.ts';
import { listedFiles } from './listed-files.ts';

/**
 * The files that the base branch changed since a pull request left it: in the merge commit that `pull_request` runs test,
 * their lines stand elsewhere than in the head. Null when they cannot be known.
 */
export async function readBaseChanges(github: GitHub, repository: RepositoryName, { base, head }: Pick<PullFacts, 'base' | 'head'>): Promise<string[] | null> {
  const compare = async (basehead: string) => (await github.rest.repos.compareCommitsWithBasehead({ ...repository, basehead, per_page: 1 })).data;
  try {
    // By its name: `base.sha` is the branch's tip when the head was pushed, not today's.
    const own = await compare(`${base.ref}...${head.sha}`);
    if (own.behind_by === 0) return [];
    const { files = [] } = await compare(`${own.merge_base_commit.sha}...${base.ref}`);
    return files.length >= listedFiles
      ? null
      : files.flatMap(({ filename, previous_filename: previous }) => [filename, ...(previous === undefined ? [] : [previous])]);
  } catch (error) {
    refusalOf(error);
    return null;
  }
}
