import picomatch from 'picomatch';
import type { Ruleset } from '../records/repository.ts';

/** Whether a ruleset's conditions name a branch: `~ALL`, `~DEFAULT_BRANCH`, or an fnmatch pattern on the full ref. */
export function branchMatches(ruleset: Ruleset, input: { branch: string; defaultBranch: string }): boolean {
  const ref = `refs/heads/${input.branch}`;
  const hits = (pattern: string): boolean => {
    if (pattern === '~ALL') return true;
    if (pattern === '~DEFAULT_BRANCH') return input.branch === input.defaultBranch;
    return picomatch(pattern)(ref);
  };
  return ruleset.include.some(hits) && !ruleset.exclude.some(hits);
}

/** Whether an organisation's ruleset holds for a repository of that name. */
export function repositoryMatches({ repositories }: Ruleset, name: string): boolean {
  const hits = (pattern: string): boolean => pattern === '~ALL' || picomatch(pattern)(name);
  return repositories !== null && repositories.include.some(hits) && !repositories.exclude.some(hits);
}
