import { generateKeyPairSync } from 'node:crypto';
import { type AuditFile, byPath } from '../../src/audit/archive/archive-entry.ts';
import { assembleArchive } from '../../src/audit/archive/assemble-archive.ts';
import { renderChecksums } from '../../src/audit/archive/checksums.ts';
import { bundlePaths, type Manifest } from '../../src/audit/archive/manifest.ts';
import { packFile, storeFile } from '../../src/audit/archive/pack-file.ts';
import type { BundleSigner } from '../../src/audit/keys/bundle-signer.ts';
import { keySigner } from '../../src/audit/keys/key-signer.ts';
import type { SignedKey } from '../../src/audit/keys/key-statement.ts';
import { sha256 } from '../../src/core/markers/digest.ts';

/** A key of its own for a test. */
export function newSigner(name: string): BundleSigner {
  return keySigner(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), name);
}

export interface Small {
  readonly signer: BundleSigner | null;
  readonly chain?: readonly SignedKey[];
  /** Signs in its place, as a forger would. */
  readonly forger?: BundleSigner;
  /** Put into the archive, and into no list. */
  readonly smuggled?: readonly AuditFile[];
}

export const file = (path: string, text: string): AuditFile => ({ path, bytes: Buffer.from(text) });

/** A bundle in all but what its files say. */
export async function smallBundle({ signer, chain: keys = [], forger, smuggled = [] }: Small): Promise<Buffer> {
  const content = [file('README.md', 'Años de garantía. '.repeat(9)), file(bundlePaths.keys, JSON.stringify({ signer: signer?.key ?? null, chain: keys }))];
  const packed = content.toSorted(byPath).map(packFile);
  const digest = 'a'.repeat(64);
  const manifest: Manifest = {
    format: 'sprintgate-audit-bundle',
    version: 1,
    madeBy: '0',
    repository: { id: 1, name: null },
    release: { pull: 1, title: '', url: '', commit: '', base: '', verdict: 'pass', asked: null },
    decided: { at: '', seq: 1, digest },
    end: { seq: 1, digest },
    policy: digest,
    playbook: 'p@1',
    engine: '0',
    signer: signer?.key ?? null,
    files: packed.map((each) => ({ path: each.path, bytes: each.size, packed: { bytes: each.packed.length, sha256: sha256(each.packed) } })),
  };
  const listed = [...content, file(bundlePaths.manifest, JSON.stringify(manifest))];
  const sums = file(bundlePaths.sums, renderChecksums(listed));
  const signature = await (forger ?? signer)?.sign(sums.bytes);
  const stored = [...listed.slice(-1), sums, ...(signature ? [{ path: bundlePaths.signature, bytes: signature }] : [])];
  return Buffer.from(assembleArchive([...packed, ...stored.map(storeFile), ...smuggled.map(packFile)].toSorted(byPath)));
}
