import type { Verdict } from '../../verdict/verdict.ts';

/** Categories and criteria of a playbook have no colon in their ids. */
const prefix = 'unit:';

/** The id of a release unit's node in a readiness verdict. */
export function unitNodeId(unit: string): string {
  return `${prefix}${unit}`;
}

/** The release units of a readiness verdict, each with its own verdict; empty where it is of the whole repository. */
export function unitNodes({ children }: Pick<Verdict, 'children'>): { readonly unit: string; readonly verdict: Verdict }[] {
  return children.flatMap((node) => (node.id.startsWith(prefix) ? [{ unit: node.id.slice(prefix.length), verdict: node }] : []));
}
