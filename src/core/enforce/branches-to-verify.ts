import { matchGlobs } from '../globs/match-globs.ts';
import { isWildcard } from './required-refs.ts';

// One or two requests each, whenever a configuration is looked at.
const most = 10;

/**
 * The branches whose rules show whether the gates are required. GitHub answers for branches that do not exist, too, so a
 * pattern is verified by an example: `release/**` by `release/x/x`. Patterns without a sure example are named as unverified.
 */
export function branchesToVerify(patterns: readonly string[], defaultBranch: string): { branches: string[]; unverified: string[] } {
  const ofDefault = matchGlobs(patterns)(defaultBranch) ? [defaultBranch] : [];
  const others = patterns.filter((pattern) => !/^\*\*(\/\*+)*$/.test(pattern));
  const examples = others.map((pattern) => ({ pattern, example: isWildcard(pattern) ? exampleOf(pattern) : pattern }));
  const branches = [...new Set([...ofDefault, ...examples.flatMap(({ example }) => example ?? [])])];
  const past = branches.slice(most);
  const unverified = examples.filter(({ example }) => example === null || past.includes(example)).map(({ pattern }) => pattern);
  return { branches: branches.slice(0, most), unverified };
}

/** An example that the pattern itself matches; null where none is sure. */
function exampleOf(pattern: string): string | null {
  const example = pattern.replaceAll('**', 'x/x').replaceAll(/[*?]/g, 'x');
  return !isWildcard(example) && matchGlobs([pattern])(example) ? example : null;
}
