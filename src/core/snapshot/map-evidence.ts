import type { BundleHead, EvidenceState } from '../evidence/bundle/bundle.ts';
import type { PullSnapshot } from './pull-snapshot.ts';

/** A snapshot with all of its evidence made into something else: the head's first, then that of each base. */
export function mapEvidence<From extends BundleHead, To extends BundleHead>(
  { bases, ...snapshot }: PullSnapshot<From>,
  change: (evidence: EvidenceState<From>) => EvidenceState<To>,
): PullSnapshot<To> {
  const evidence = change(snapshot.evidence);
  return { ...snapshot, evidence, ...(bases ? { bases: bases.map((base) => ({ ...base, evidence: change(base.evidence) })) } : {}) };
}

/** All bundles of a snapshot, in the order in which `mapEvidence` comes upon them. */
export function allBundles<Bundle extends BundleHead>({ evidence, bases = [] }: PullSnapshot<Bundle>): Bundle[] {
  return [evidence, ...bases.map((base) => base.evidence)].flatMap(({ bundles }) => bundles);
}
