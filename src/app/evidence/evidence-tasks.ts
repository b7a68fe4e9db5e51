import type { BundleHead, EvidenceBundle, EvidenceState, SealedBundle } from '../../core/evidence/bundle/bundle.ts';
import type { RefusalCause } from '../../core/evidence/bundle/refusal-cause.ts';
import { sayRefusal } from '../../core/evidence/bundle/refusal-words.ts';
import type { Edits } from '../../core/explain/edits.ts';
import { type Supposed, supposePull } from '../../core/explain/suppose-pull.ts';
import { judgeHead, type JudgedBy, type Judgement } from '../../core/plan/judge-head.ts';
import { mapEvidence } from '../../core/snapshot/map-evidence.ts';
import type { PullSnapshot } from '../../core/snapshot/pull-snapshot.ts';
import { standHead, type StoodUntil } from '../../core/standing/stand-head.ts';
import { type OpenedUpload, openUpload, type PackedUpload } from '../../github/artifacts/open-upload.ts';
import { Refusal } from '../../github/artifacts/refusal.ts';
import { sealBundle, unsealBundle } from './seal-bundle.ts';

/** An upload that was opened, or why it is not taken. */
export type OpenedOrRefused = { readonly opened: OpenedUpload<SealedBundle> } | { readonly refused: RefusalCause };

/** Opens an upload and seals what is in it. */
export async function openSealed(upload: PackedUpload): Promise<OpenedOrRefused> {
  try {
    const { bundle, identity } = await openUpload(upload);
    return { opened: { bundle: sealBundle(bundle), identity } };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.cause };
    throw error;
  }
}

/** Judges a head commit by its sealed bundles. */
export function judgeSealed(snapshot: PullSnapshot<SealedBundle>, by: JudgedBy): Judgement {
  return judgeHead(mapEvidence(snapshot, unsealAll), by);
}

/** How a repository stands by the sealed bundles of its tip. */
export function standSealed(snapshot: PullSnapshot<SealedBundle>): StoodUntil | null {
  return standHead(mapEvidence(snapshot, unsealAll));
}

/** What would come of edits, by the sealed bundles. */
export function supposeSealed(snapshot: PullSnapshot<SealedBundle>, edits: Edits, pull: number): Supposed | { readonly impossible: string } {
  return supposePull(mapEvidence(snapshot, unsealAll), edits, pull);
}

function unsealAll(evidence: EvidenceState<SealedBundle>): EvidenceState {
  const bundles: EvidenceBundle[] = [];
  const broken: SealedBundle[] = [];
  for (const sealed of evidence.bundles) {
    const bundle = unsealBundle(sealed);
    if (bundle) bundles.push(bundle);
    else broken.push(sealed);
  }
  return {
    ...evidence,
    bundles,
    refused: [...evidence.refused, ...broken.map((sealed) => refuseBundle(sealed, { code: 'bundle-broken', values: ['sealed'] }))],
  };
}

/** A bundle as one that is not taken. */
export function refuseBundle({ identity }: BundleHead, cause: RefusalCause): EvidenceState['refused'][number] {
  return { uploadName: identity.uploadName, runId: identity.runId, reason: sayRefusal('en', cause), cause };
}
