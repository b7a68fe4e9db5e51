import { sha256 } from '../../core/markers/digest.ts';
import type { Artifact } from './evidence-artifacts.ts';
import { Refusal } from './refusal.ts';

/** Refuses an archive that is not the one that was uploaded. GitHub tells the digest of newer artifacts only. */
export function checkDigest(artifact: Pick<Artifact, 'digest'>, archive: Uint8Array): void {
  const [, expected] = /^sha256:([0-9a-f]{64})$/i.exec(artifact.digest ?? '') ?? [];
  if (expected !== undefined && expected.toLowerCase() !== sha256(archive)) throw new Refusal('digest-differs');
}
