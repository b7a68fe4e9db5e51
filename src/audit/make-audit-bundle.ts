import { InputError } from '../core/errors/input-error.ts';
import { sha256 } from '../core/markers/digest.ts';
import { type AuditFile, byPath } from './archive/archive-entry.ts';
import { assembleArchive } from './archive/assemble-archive.ts';
import { renderChecksums } from './archive/checksums.ts';
import { bundlePaths, type Manifest } from './archive/manifest.ts';
import { packFile, storeFile } from './archive/pack-file.ts';
import { type AuditCase, readAuditCase } from './content/audit-case.ts';
import { auditFiles, textFile } from './content/audit-files.ts';
import type { AuditInput } from './content/audit-input.ts';
import { releaseFacts } from './content/release-facts.ts';
import type { BundleSigner } from './keys/bundle-signer.ts';
import { isSignedBy } from './keys/key-statement.ts';

export interface AuditBundle {
  /** The name it is saved by. */
  readonly name: string;
  readonly files: readonly AuditFile[];
  /** The archive. */
  readonly bytes: Uint8Array;
  readonly manifest: Manifest;
}

/**
 * The auditor's bundle of a release: one archive that says what was judged by what, and can be checked offline. The same ledger, key
 * and version give the same bytes. Throws an InputError where the pull request was not judged as a release.
 */
export async function makeAuditBundle(input: AuditInput): Promise<AuditBundle> {
  const audit = readAuditCase(input.part);
  const content = (await auditFiles(audit, input)).toSorted(byPath);
  const packed = content.map(packFile);
  const manifest = manifestOf(audit, input, packed);
  const listed = [...content, textFile(bundlePaths.manifest, `${JSON.stringify(manifest, null, 2)}\n`)];
  const sums = textFile(bundlePaths.sums, renderChecksums(listed));
  const signature = input.signer ? [{ path: bundlePaths.signature, bytes: await signed(sums.bytes, input.signer) }] : [];
  const stored = [...listed.slice(-1), sums, ...signature];
  const entries = [...packed, ...stored.map(storeFile)].toSorted(byPath);
  return { name: nameOf(audit), files: [...content, ...stored].toSorted(byPath), bytes: assembleArchive(entries), manifest };
}

/** A key service that signs with another key than it names is found now, and not by the auditor. */
async function signed(content: Uint8Array, signer: BundleSigner): Promise<Uint8Array> {
  const signature = await signer.sign(content);
  if (!isSignedBy(signer.key, content, signature)) throw new InputError(`what was signed does not hold against ${signer.key}; look at the key service.`);
  return signature;
}

function manifestOf(audit: AuditCase, { asked, signer, madeBy }: AuditInput, packed: readonly ReturnType<typeof packFile>[]): Manifest {
  const { part, entry, head } = audit;
  const { name, release, playbook, engine } = releaseFacts(audit);
  return {
    format: 'sprintgate-audit-bundle',
    version: 1,
    madeBy,
    repository: { id: part.repository, name },
    release: { ...release, asked },
    decided: { at: entry.at, seq: entry.seq, digest: entry.digest },
    end: { seq: head.seq, digest: head.digest },
    policy: part.policy.digest,
    playbook,
    engine,
    signer: signer?.key ?? null,
    files: packed.map((each) => ({ path: each.path, bytes: each.size, packed: { bytes: each.packed.length, sha256: sha256(each.packed) } })),
  };
}

function nameOf({ part, pull, entry }: AuditCase): string {
  const name = (part.name ?? String(part.repository)).replace(/[^\w.-]+/g, '-');
  return `sprintgate-bundle-${name}-${pull.number}-${entry.digest.slice(0, 12)}.zip`;
}
