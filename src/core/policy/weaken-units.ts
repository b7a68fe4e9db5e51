import { uncoveredPatterns } from './patterns-cover.ts';
import type { Policy, ReleaseUnit } from './policy.ts';
import type { Weakening } from './weakening.ts';

/**
 * A release unit that is gone or narrower recognises fewer releases; one that is new, or has fewer components, judges what
 * was judged as a whole by less. A new one that holds all components takes nothing away.
 */
export function unitWeakenings(before: Policy, after: Policy): Weakening[] {
  const [old, now] = [before.release.units ?? [], after.release.units ?? []];
  const changed = old.flatMap((unit): Weakening[] => {
    const same = now.find(({ id }) => id === unit.id);
    return isWeaker(unit, same, after) ? [weakening(unit.id, unit, same)] : [];
  });
  const added = now.filter(({ id }) => !old.some((unit) => unit.id === id));
  const lesser = added.filter(({ components }) => before.components.some(({ id }) => !components.includes(id)));
  return [...changed, ...lesser.map((unit) => weakening(unit.id, undefined, unit))];
}

/** Marks that make any pull request a release cover those of a unit that is gone: it is then judged as a whole. */
function isWeaker(unit: ReleaseUnit, same: ReleaseUnit | undefined, { release, components }: Policy): boolean {
  const heads = uncoveredPatterns(unit.heads, [...release.heads, ...(same?.heads ?? [])]);
  const labels = uncoveredPatterns(unit.labels, [...release.labels, ...(same?.labels ?? [])]);
  const isThere = (id: string): boolean => components.some((component) => component.id === id);
  const lost = same ? unit.components.filter((id) => isThere(id) && !same.components.includes(id)) : [];
  return heads.length + labels.length + lost.length > 0;
}

function weakening(id: string, from: ReleaseUnit | undefined, to: ReleaseUnit | undefined): Weakening {
  return { kind: 'release-narrowed', path: `release.units.${id}`, from: textOf(from), to: textOf(to) };
}

function textOf(unit: ReleaseUnit | undefined): string {
  return unit === undefined ? '' : [...unit.heads, ...unit.labels, ...unit.components].join(', ');
}
