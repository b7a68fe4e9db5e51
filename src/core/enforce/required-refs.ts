/** The branches of a configuration in the words of a ruleset. */
export interface RequiredRefs {
  readonly refs: readonly string[];
  /** True where every branch is meant, and the default branch stands for them. */
  readonly everywhere: boolean;
  /** Patterns that a ruleset cannot say. */
  readonly unsayable: readonly string[];
}

/**
 * Turns branch patterns into a ruleset's. Every branch becomes the default branch alone: a required check also stops
 * direct pushes, and would stop those to everybody's own branches.
 */
export function requiredRefs(patterns: readonly string[]): RequiredRefs {
  const everywhere = patterns.some(isEverything);
  const sayable = patterns.filter((pattern) => !isEverything(pattern) && !hasBraces(pattern));
  return { refs: [...new Set([...(everywhere ? ['~DEFAULT_BRANCH'] : []), ...sayable.map(refOf)])], everywhere, unsayable: patterns.filter(hasBraces) };
}

/** Whether a pattern stands for more than one branch. */
export function isWildcard(pattern: string): boolean {
  return /[*?[{]/.test(pattern);
}

function isEverything(pattern: string): boolean {
  return /^\*\*(\/\*+)*$/.test(pattern);
}

/** GitHub's fnmatch knows no braces. */
function hasBraces(pattern: string): boolean {
  return pattern.includes('{');
}

/** To fnmatch a `**` at the end is a single star; `**` before a slash is any number of folders, none as well. */
function refOf(pattern: string): string {
  return `refs/heads/${pattern.replace(/\/\*\*$/, '/**/*')}`;
}
