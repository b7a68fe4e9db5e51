import { matchGlobs } from '../globs/match-globs.ts';
import type { Policy } from '../policy/policy.ts';
import type { Decision } from './decision.ts';
import type { MergedSince, MergedSinceCommits } from './merged-since.ts';
import { signOffEnd } from './sign-off-end.ts';

/** Why a sign-off does not count any more, or cannot be told to count. */
export type VoidedBy =
  | { readonly by: 'age'; readonly end: string }
  | { readonly by: 'merge'; readonly components: readonly string[]; readonly pulls: readonly number[] }
  | { readonly by: 'unknown'; readonly why: string };

export interface VoidMoment {
  readonly checkpoint: string;
  readonly now: string;
  /** Left out where it was not read: then a sign-off that a merge voids cannot be told to count. */
  readonly merged?: MergedSinceCommits | undefined;
}

/** What voids a sign-off of a checkpoint; null while it counts. */
export function voidOf(policy: Policy, decision: Decision, at: VoidMoment): VoidedBy | null {
  const rule = policy.voids?.[at.checkpoint];
  if (!rule) return null;
  if (rule.on === 'age') {
    const end = signOffEnd(policy, decision);
    return end !== null && Date.parse(end) <= Date.parse(at.now) ? { by: 'age', end } : null;
  }
  const since = at.merged?.[decision.commits.to];
  // A signature that is only supposed, or given just now, is newer than anything that was read.
  if (!since && Date.parse(decision.at) >= Date.parse(at.now)) return null;
  if (!since) return { by: 'unknown', why: decision.commits.to.slice(0, 12) };
  if ('unavailable' in since) return { by: 'unknown', why: since.unavailable };
  return voidOfMerge(policy, rule.components, since);
}

function voidOfMerge(policy: Policy, ids: readonly string[], { files, complete, pulls }: MergedSince): VoidedBy | null {
  const components = ids.map((id) => policy.components.find((component) => component.id === id));
  // A component that the configuration has no more may have held anything.
  const isAny = components.length === 0 || components.includes(undefined);
  if (isAny) return files.length > 0 || !complete ? { by: 'merge', components: [], pulls } : null;
  const touched = components.flatMap((component) => (component && files.some(matchGlobs(component.paths, component.exclude)) ? [component.id] : []));
  if (touched.length > 0) return { by: 'merge', components: touched, pulls };
  return complete ? null : { by: 'unknown', why: `> ${files.length}` };
}
