import { gunzipSync, gzipSync } from 'node:zlib';
import type { EvidenceBundle, SealedBundle } from '../../core/evidence/bundle/bundle.ts';
import { packBundle, unpackBundle } from '../../core/evidence/bundle/pack-bundle.ts';
import { readerVersion } from '../../core/evidence/reader-version.ts';

/** Packs a bundle for the way to another process and for the store. */
export function sealBundle(bundle: EvidenceBundle): SealedBundle {
  const { identity, provenance, completedAt } = bundle;
  const content = gzipSync(JSON.stringify(packBundle(bundle)), { level: 1 });
  return { identity, provenance, completedAt, readerVersion: bundle.readerVersion ?? readerVersion, content };
}

/** The bundle that was sealed, with what is known of it outside; null when its content is none of `sealBundle`'s. */
export function unsealBundle({ content, ...head }: SealedBundle): EvidenceBundle | null {
  const bundle = unpackBundle(contentOf(content));
  return bundle && { ...bundle, ...head };
}

function contentOf(content: Uint8Array): unknown {
  try {
    return JSON.parse(gunzipSync(content).toString('utf8'));
  } catch {
    return null;
  }
}
