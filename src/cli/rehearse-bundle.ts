import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleRelease } from '../app/audit/bundle-release.ts';
import { chooseSigner } from '../audit/keys/choose-signer.ts';
import { verifyAuditBundle } from '../audit/verify/verify-audit-bundle.ts';
import { printReceiptKey } from '../core/people/receipt-public-key.ts';
import type { Play } from '../rehearsal/story/play.ts';
import type { Told } from '../rehearsal/story/told.ts';

export interface BundlePlace {
  /** Number of the release pull request. */
  readonly pull: number;
  /** Where the file is written; made if it is not there. */
  readonly folder: string;
  /** Ed25519 key in PEM. */
  readonly key: string;
}

/** The auditor's bundle of the release that was played, written beside the rehearsal's data and checked as an auditor would: throws where it does not hold. */
export async function rehearseBundle({ stage, material, repository }: Play, { pull, folder, key }: BundlePlace): Promise<Told> {
  const signer = await chooseSigner({ BUNDLE_SIGNING_KEY: key });
  const name = `${material.owner}/${material.name}`;
  const bundle = await bundleRelease(stage.app.context.store.db, { repository: { id: repository.id, name }, pull, signer });
  const pin = printReceiptKey(createPublicKey(createPrivateKey(key)));
  const { fault, manifest } = verifyAuditBundle(bundle.bytes, { pins: [pin], allowUnsigned: false });
  if (fault) throw new Error(`the bundle of the rehearsal does not hold: ${fault.what} ${fault.file ?? ''}`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, bundle.name);
  writeFileSync(file, bundle.bytes, { mode: 0o600 });
  const facts = { file, files: bundle.files.length, entries: manifest?.decided.seq ?? 0, verdict: bundle.manifest.release.verdict };
  return { scene: 'bundle', facts, check: null, path: `/${name}/pull/${pull}` };
}
