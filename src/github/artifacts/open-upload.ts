import type { BundleHead, EvidenceBundle } from '../../core/evidence/bundle/bundle.ts';
import { evidenceFileName, identityFileName, isEvidenceFile } from '../../core/evidence/bundle/evidence-file.ts';
import { sha256 } from '../../core/markers/digest.ts';
import type { ArtifactLimits } from './artifact-limits.ts';
import { buildBundle } from './build-bundle.ts';
import { checkDigest } from './check-digest.ts';
import { type UnpackedFile, unpackArtifact } from './unpack-artifact.ts';
import type { UploadOrigin } from './upload.ts';

/** An artifact as it was downloaded. */
export interface PackedUpload extends UploadOrigin {
  readonly archive: Uint8Array;
  readonly limits: ArtifactLimits;
}

export interface OpenedUpload<Bundle extends BundleHead> {
  readonly bundle: Bundle;
  /** The identity token that lay beside our Action's own file, and the digest of that file, which it must prove. */
  readonly identity: { readonly token: string; readonly digest: string } | null;
}

/** Opens an upload, or throws a `Refusal`. */
export type OpenUpload<Bundle extends BundleHead> = (upload: PackedUpload) => Promise<OpenedUpload<Bundle>>;

/** Checks an archive's digest, unpacks it within the limits and reads what is in it, all in this process. */
export async function openUpload({ archive, limits, ...origin }: PackedUpload): Promise<OpenedUpload<EvidenceBundle>> {
  checkDigest(origin.artifact, archive);
  const files = await unpackArtifact(archive, limits);
  return { bundle: buildBundle({ ...origin, files }), identity: identityIn(files) };
}

function identityIn(files: readonly UnpackedFile[]): OpenedUpload<BundleHead>['identity'] {
  const evidence = files.find(({ path, bytes }) => path === evidenceFileName && isEvidenceFile(bytes));
  const token = files.find(({ path }) => path === identityFileName);
  return evidence && token ? { token: new TextDecoder().decode(token.bytes).trim(), digest: sha256(evidence.bytes) } : null;
}
