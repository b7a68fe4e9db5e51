import type { Policy, ReleaseUnit } from '../../policy/policy.ts';
import type { PullFacts } from '../../snapshot/facts.ts';
import { componentOf } from '../coverage/component-of.ts';
import { hasHead, hasLabel } from './is-release.ts';

type UnitPull = Pick<PullFacts, 'base' | 'head' | 'labels' | 'files' | 'filesLeftOut'>;

/** What no unit holds; no unit of a configuration can be called so. */
export const restOfUnits = '.';

/**
 * The units that a release is of, in the configuration's order; empty where none is configured. Its own head branch or label
 * names a unit; whatever else makes it a release makes it one of all of them. A unit of whose components it changes a file is
 * always among them, and components of no unit are one of their own: nothing is released without being judged.
 */
export function releaseUnits(policy: Policy, pull: UnitPull): ReleaseUnit[] {
  const { units = [] } = policy.release;
  if (units.length === 0) return [];
  const all = [...units, ...rest(policy, units)];
  const byHead = units.filter((unit) => hasHead(pull, unit));
  const named = [...byHead, ...units.filter((unit) => hasLabel(pull, unit))];
  const isGeneral = hasLabel(pull, policy.release) || (byHead.length === 0 && hasHead(pull, policy.release));
  if (named.length === 0 || isGeneral || (pull.filesLeftOut ?? 0) > 0) return all;
  const changed = changedComponents(policy, pull);
  return all.filter((unit) => named.includes(unit) || unit.components.some((id) => changed.has(id)));
}

/** The policy with the components of one unit. One of which a component is not there is judged as a whole. */
export function policyOfUnit(policy: Policy, unit: ReleaseUnit): Policy {
  const { components } = policy;
  if (!unit.components.every((id) => components.some((component) => component.id === id))) return policy;
  return { ...policy, components: components.filter(({ id }) => unit.components.includes(id)) };
}

function rest({ components }: Policy, units: readonly ReleaseUnit[]): ReleaseUnit[] {
  const left = components.filter(({ id }) => !units.some((unit) => unit.components.includes(id)));
  return left.length === 0 ? [] : [{ id: restOfUnits, heads: [], labels: [], components: left.map(({ id }) => id) }];
}

function changedComponents({ components }: Policy, { files }: UnitPull): Set<string> {
  const ownerOf = componentOf(components);
  const paths = files
    .filter(({ status }) => status !== 'unchanged')
    .flatMap(({ path, previousPath }) => (previousPath === null ? [path] : [path, previousPath]));
  return new Set(paths.flatMap((path) => ownerOf(path)?.id ?? []));
}
