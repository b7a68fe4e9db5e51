import type { BundleHead, EvidenceState } from '../../../evidence/bundle/bundle.ts';
import type { CarryLimits, Component, Policy } from '../../../policy/policy.ts';
import type { PullFacts } from '../../../snapshot/facts.ts';
import { inComponent } from '../component-coverage.ts';
import { nothingCame } from './nothing-came.ts';
import { changedPaths, touchedPath } from './touched-path.ts';

export interface ComponentToCarry {
  readonly component: Component;
  readonly limits: CarryLimits;
}

/** The components of which an earlier commit's evidence may stand in, before anything of that is read. */
export function componentsToCarry(
  seen: { readonly policy: Policy; readonly evidence: EvidenceState<BundleHead>; readonly tree: readonly string[] | null; readonly now: string },
  pull: PullFacts,
): ComponentToCarry[] {
  if ((pull.filesLeftOut ?? 0) > 0) return [];
  const paths = changedPaths(pull);
  return seen.policy.components.flatMap((component) => {
    const limits = component.carryForward;
    if (!limits || component.uploads.length === 0 || !nothingCame(seen, component)) return [];
    if (!seen.tree?.some(inComponent(component)) || touchedPath(seen.policy, component, paths) !== null) return [];
    return [{ component, limits }];
  });
}
