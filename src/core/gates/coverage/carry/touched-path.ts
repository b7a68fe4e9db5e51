import { isTestOrConfiguration } from '../../../evidence/coverage/source-files.ts';
import { matchGlobs } from '../../../globs/match-globs.ts';
import { uncoveredPatterns } from '../../../policy/patterns-cover.ts';
import type { Component, Policy } from '../../../policy/policy.ts';
import type { PullFacts } from '../../../snapshot/facts.ts';
import { componentOf } from '../component-of.ts';

/**
 * The first path by which a component's coverage may have changed: any file below its paths that is of none before it,
 * excluded or not, or a test or a tool's configuration that lies in no component, or only in one around this one such as a
 * last `**`, for that may be of any. Null when there is none.
 */
export function touchedPath({ components }: Pick<Policy, 'components'>, component: Component, paths: readonly string[]): string | null {
  const below = matchGlobs(component.paths);
  const ofEarlier = componentOf(components.slice(0, components.indexOf(component)));
  const isAround = ({ paths: outer }: Component): boolean => uncoveredPatterns(component.paths, outer).length < component.paths.length;
  const placed = components.filter((each) => each !== component && !isAround(each)).map((each) => matchGlobs(each.paths));
  return paths.find((path) => (below(path) && ofEarlier(path) === null) || (isTestOrConfiguration(path) && !placed.some((holds) => holds(path)))) ?? null;
}

/** All paths that a pull request changes: what it brings, edits, removes, and from where it moves something away. */
export function changedPaths({ files }: Pick<PullFacts, 'files'>): string[] {
  return files.filter(({ status }) => status !== 'unchanged').flatMap(({ path, previousPath }) => [path, ...(previousPath === null ? [] : [previousPath])]);
}
