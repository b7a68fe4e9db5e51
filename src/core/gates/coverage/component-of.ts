import { matchGlobs } from '../../globs/match-globs.ts';
import type { Component } from '../../policy/policy.ts';

/**
 * Tells which component a path belongs to: where several hold it, the first in the order of the configuration. An inner
 * component is written before the one around it. Null where none holds it.
 */
export function componentOf(components: readonly Component[]): (path: string) => Component | null {
  const inOrder = components.map((component) => ({ component, holds: matchGlobs(component.paths, component.exclude) }));
  const known = new Map<string, Component | null>();
  return (path) => {
    const found = known.get(path);
    if (found !== undefined) return found;
    const owner = inOrder.find(({ holds }) => holds(path))?.component ?? null;
    known.set(path, owner);
    return owner;
  };
}
