import type { BundleHead, EvidenceBundle } from '../../core/evidence/bundle/bundle.ts';

/** A memory of uploads that were read and checked, so that a later look downloads none of them again and none is lost when it expires. */
export interface KeptEvidence<Bundle extends BundleHead = EvidenceBundle> {
  readonly known: (artifact: { readonly repository: number; readonly id: number }) => Promise<Bundle | null>;
  /** What was tested on a commit with this tree, as the uploads themselves say. */
  readonly ofTree: (tree: { readonly repository: number; readonly tree: string }) => Promise<Bundle[]>;
  readonly keep: (bundle: Bundle, artifactId: number) => Promise<void>;
}
