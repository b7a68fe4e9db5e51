import type { BundleHead, SealedBundle } from '../../core/evidence/bundle/bundle.ts';
import { allBundles, mapEvidence } from '../../core/snapshot/map-evidence.ts';
import type { PullSnapshot } from '../../core/snapshot/pull-snapshot.ts';
import type { Errand } from './errand.ts';

/** An errand about a snapshot as it travels to another process: the contents of its bundles beside it, in their order. */
export function apart(sealed: PullSnapshot<SealedBundle>, errand: (snapshot: PullSnapshot<BundleHead>) => Errand): [Errand, Uint8Array[]] {
  const heads = mapEvidence(sealed, (evidence) => ({ ...evidence, bundles: evidence.bundles.map(headOf) }));
  return [errand(heads), allBundles(sealed).map(({ content }) => content)];
}

function headOf(bundle: SealedBundle): BundleHead {
  const { content: _, ...head } = bundle;
  return head;
}
