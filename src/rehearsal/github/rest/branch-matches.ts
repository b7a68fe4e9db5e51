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
