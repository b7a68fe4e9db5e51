import type { BundleHead, EvidenceState } from '../evidence/bundle/bundle.ts';
import type { PullSnapshot } from './pull-snapshot.ts';

/** A snapshot with all of its evidence made into something else: the head's first, then that of each base, then that of each earlier commit. */
export function mapEvidence<From extends BundleHead, To extends BundleHead>(
  { bases, earlier, ...snapshot }: PullSnapshot<From>,
  change: (evidence: EvidenceState<From>) => EvidenceState<To>,
): PullSnapshot<To> {
  const changeAll = <Facts extends { readonly evidence: EvidenceState<From> }>(all: readonly Facts[]) =>
    all.map((facts) => ({ ...facts, evidence: change(facts.evidence) }));
  const evidence = change(snapshot.evidence);
  return { ...snapshot, evidence, ...(bases ? { bases: changeAll(bases) } : {}), ...(earlier ? { earlier: changeAll(earlier) } : {}) };
}

/** All bundles of a snapshot, in the order in which `mapEvidence` comes upon them. */
export function allBundles<Bundle extends BundleHead>({ evidence, bases = [], earlier = [] }: PullSnapshot<Bundle>): Bundle[] {
  return [evidence, ...[...bases, ...earlier].map((facts) => facts.evidence)].flatMap(({ bundles }) => bundles);
}
