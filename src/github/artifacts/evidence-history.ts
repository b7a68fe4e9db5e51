import type { BundleHead, EvidenceBundle } from '../../core/evidence/bundle/bundle.ts';

/** What is kept of earlier commits, for what is carried forward. */
export interface EvidenceHistory<Bundle extends BundleHead = EvidenceBundle> {
  /** The uploads that tested one of these commits, or say that they tested one of these trees, without their content. */
  readonly heads: (query: { readonly repository: number; readonly commits: readonly string[]; readonly trees: readonly string[] }) => Promise<BundleHead[]>;
  /** The same uploads with their content. */
  readonly open: (heads: readonly BundleHead[]) => Promise<Bundle[]>;
}
