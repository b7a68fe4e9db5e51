import type { BundleHead } from '../evidence/bundle/bundle.ts';
import { sha256 } from '../markers/digest.ts';

/** A sealed bundle as a kept snapshot names it: what it says is kept with the evidence, and is known by its digest. */
export interface BundleReference extends BundleHead {
  readonly content: { readonly sha256: string; readonly bytes: number };
}

/** Names a sealed bundle instead of holding it. One that is open, as in a process without a store, stays as it is. */
export function bundleReference(bundle: BundleHead): BundleHead {
  if (!('content' in bundle) || !(bundle.content instanceof Uint8Array)) return bundle;
  const { content } = bundle;
  return { ...bundle, content: { sha256: digestOf(content), bytes: content.length } } as BundleReference;
}

/** A pull request is looked at many times with the same evidence, and a digest of 100 MB takes its time. */
const known = new WeakMap<Uint8Array, string>();

function digestOf(content: Uint8Array): string {
  const digest = known.get(content) ?? sha256(content);
  known.set(content, digest);
  return digest;
}
