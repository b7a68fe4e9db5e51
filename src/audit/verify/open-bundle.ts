import { z } from 'zod';
import { sha256 } from '../../core/markers/digest.ts';
import type { ArchiveEntry } from '../archive/archive-entry.ts';
import { readChecksums } from '../archive/checksums.ts';
import { bundlePaths, type Manifest, manifestSchema } from '../archive/manifest.ts';
import { readArchive, unpackEntry } from '../archive/read-archive.ts';
import { faultOfChain, isVouchedFor } from '../keys/key-chain.ts';
import { isSignedBy, type SignedKey, signedKeySchema } from '../keys/key-statement.ts';
import type { VerifyFault } from './verify-fault.ts';
import { jsonOrNull } from '../../core/json/json-or-null.ts';

export interface VerifyOptions {
  /** Public keys that were noted elsewhere. None: nothing vouches for who signed. */
  readonly pins: readonly string[];
  /** Counts only without pins: who names a key wants it to have signed. */
  readonly allowUnsigned: boolean;
}

export interface OpenedBundle {
  /** The first thing that does not hold; null where archive, digests and signature do. */
  readonly fault: VerifyFault | null;
  readonly manifest: Manifest | null;
  /** Contents by their paths; complete only without a fault. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

/** Opens a bundle: every byte of the archive, every digest, the signature and who vouches for it. What the files say is not read. */
export function openBundle(bytes: Uint8Array, options: VerifyOptions): OpenedBundle {
  const contents = new Map<string, Uint8Array>();
  const archive = readArchive(bytes);
  if ('fault' in archive) return { fault: archive.fault, manifest: null, contents };
  const entries = new Map(archive.entries.map((entry) => [entry.path, entry]));
  const manifest = readManifest(entries.get(bundlePaths.manifest));
  const fault = faultOfList(entries, manifest);
  if (fault || !manifest) return { fault: fault ?? { file: bundlePaths.manifest, what: 'broken-file' }, manifest, contents };
  const sums = readChecksums(textOf(entries.get(bundlePaths.sums)?.packed)) ?? new Map<string, string>();
  for (const [path, digest] of sums) {
    const content = contentOf(entries.get(path), manifest);
    if (content && 'what' in content) return { fault: content, manifest, contents };
    const seen = content ? sha256(content.bytes) : 'nothing';
    if (!content || seen !== digest) return { fault: { file: path, what: 'changed-file', expected: digest, seen }, manifest, contents };
    contents.set(path, content.bytes);
  }
  return { fault: faultOfSignature(entries, { manifest, keys: contents.get(bundlePaths.keys) }, options), manifest, contents };
}

type Entries = ReadonlyMap<string, ArchiveEntry>;

function readManifest(entry: ArchiveEntry | undefined): Manifest | null {
  const parsed = manifestSchema.safeParse(jsonOrNull(textOf(entry?.packed)));
  return entry?.method === 'store' && parsed.success ? parsed.data : null;
}

/** Every file stands in the list of digests, and every one that is packed in the manifest; nothing else is there. */
function faultOfList(entries: Entries, manifest: Manifest | null): VerifyFault | null {
  const list = entries.get(bundlePaths.sums);
  if (!list) return { file: bundlePaths.sums, what: 'missing-file' };
  const sums = list.method === 'store' && unpackEntry(list) ? readChecksums(textOf(list.packed)) : null;
  if (!sums) return { file: bundlePaths.sums, what: 'broken-list' };
  for (const [path, { method }] of entries) {
    if (path === bundlePaths.sums || path === bundlePaths.signature) continue;
    if (!sums.has(path)) return { file: path, what: 'unlisted-file' };
    if ((method === 'store') !== (path === bundlePaths.manifest)) return { file: path, what: 'not-canonical' };
  }
  for (const path of sums.keys()) if (!entries.has(path)) return { file: path, what: 'missing-file' };
  const manifestEntry = entries.get(bundlePaths.manifest);
  if (!manifestEntry) return { file: bundlePaths.manifest, what: 'missing-file' };
  const expected = sums.get(bundlePaths.manifest) ?? '';
  const seen = sha256(manifestEntry.packed);
  if (seen !== expected) return { file: bundlePaths.manifest, what: 'changed-file', expected, seen };
  if (!manifest) return { file: bundlePaths.manifest, what: 'broken-file' };
  const named = manifest.files.map(({ path }) => path);
  const odd = [...sums.keys()].filter((path) => path !== bundlePaths.manifest).find((path, index) => named[index] !== path);
  return odd !== undefined || named.length !== sums.size - 1 ? { file: odd ?? bundlePaths.manifest, what: 'unlisted-file' } : null;
}

/** The content of an entry, whose packed bytes must be those of the manifest. */
function contentOf(entry: ArchiveEntry | undefined, manifest: Manifest): { readonly bytes: Uint8Array } | VerifyFault | null {
  if (!entry) return null;
  const { path, packed, method, size } = entry;
  const named = manifest.files.find((each) => each.path === path);
  if (method === 'deflate') {
    const seen = sha256(packed);
    if (seen !== named?.packed.sha256 || packed.length !== named.packed.bytes || size !== named.bytes)
      return { file: path, what: 'changed-packing', expected: named?.packed.sha256 ?? 'nothing', seen };
  }
  const bytes = unpackEntry(entry);
  return bytes ? { bytes } : { file: path, what: 'broken-file' };
}

/** More than a key a week for a working life; each costs two signatures to check. */
const mostKeys = 1_000;
const keysSchema = z.strictObject({ signer: z.string().nullable(), chain: z.array(signedKeySchema).max(mostKeys) });

function faultOfSignature(
  entries: Entries,
  { manifest, keys }: { readonly manifest: Manifest; readonly keys: Uint8Array | undefined },
  { pins, allowUnsigned }: VerifyOptions,
): VerifyFault | null {
  const signature = entries.get(bundlePaths.signature);
  const { signer } = manifest;
  if (signer === null) {
    if (signature) return { file: bundlePaths.signature, what: 'unlisted-file' };
    return allowUnsigned && pins.length === 0 ? null : { file: null, what: 'unsigned' };
  }
  if (!signature) return { file: bundlePaths.signature, what: 'signature-missing', expected: signer };
  const list = entries.get(bundlePaths.sums)?.packed ?? new Uint8Array();
  if (signature.method !== 'store' || !unpackEntry(signature) || !isSignedBy(signer, list, signature.packed))
    return { file: bundlePaths.signature, what: 'broken-signature', expected: signer };
  const named = keysSchema.safeParse(jsonOrNull(textOf(keys)));
  const chain: readonly SignedKey[] = named.success ? named.data.chain : [];
  const broken = named.success ? faultOfChain(chain) : 'the file cannot be read';
  if (broken !== null || (named.success && named.data.signer !== signer))
    return { file: bundlePaths.keys, what: 'broken-keys', seen: broken ?? 'another signer' };
  if (!isVouchedFor(signer, pins, chain))
    return { file: bundlePaths.signature, what: 'foreign-key', expected: pins.join(', ') || 'a pinned key', seen: signer };
  const last = chain.at(-1)?.statement.key ?? signer;
  return last === signer ? null : { file: bundlePaths.keys, what: 'broken-keys', expected: last, seen: `${signer}, which was replaced` };
}

function textOf(bytes: Uint8Array | undefined): string {
  return bytes ? Buffer.from(bytes).toString('utf8') : '';
}
