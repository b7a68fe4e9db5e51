import { type AuditBundle, makeAuditBundle } from '../../audit/make-audit-bundle.ts';
import type { BundleSigner } from '../../audit/keys/bundle-signer.ts';
import { collectPart } from '../../audit/ledger/collect-part.ts';
import { InputError } from '../../core/errors/input-error.ts';
import type { Database } from '../../store/database.ts';
import { databaseLedger } from '../../store/ledger/database-ledger.ts';
import { readParts } from '../../store/ledger/read-parts.ts';
import { renderMarkdown } from '../../web/markdown/render-markdown.ts';
import { version } from '../version.ts';
import { readKeyChain } from './read-key-chain.ts';

export interface ReleaseQuery {
  readonly repository: { readonly id: number; readonly name: string | null };
  readonly pull: number;
  /** ISO time up to which entries count; left out, all. */
  readonly until?: string;
  /** What the release was asked for by, e.g. a tag; left out, its pull request. */
  readonly asked?: string;
  readonly signer: BundleSigner | null;
}

/**
 * The auditor's bundle of a release, from the database alone: for the command and for the link on the page. Throws an InputError where
 * the pull request was not judged as a release, where the ledger does not hold, or where the signer is not the current key.
 */
export async function bundleRelease(db: Database, { repository, pull, until = '9999-12-31T23:59:59Z', asked, signer }: ReleaseQuery): Promise<AuditBundle> {
  const { id, name } = repository;
  const part = await collectPart({ ledger: databaseLedger(db, id), readParts: (digest) => readParts(db, { repository: id, digest }), name }, { pull, until });
  const chain = signer ? await readKeyChain(db) : [];
  const current = chain.at(-1)?.statement.key;
  if (signer && current !== undefined && current !== signer.key)
    throw new InputError(
      `the key at hand (${signer.key}) is not the current one (${current}); \`sprintgate keys rotate\` makes it so, signed by the one before it.`,
    );
  return makeAuditBundle({
    part,
    asked: asked ?? null,
    signer,
    chain,
    renderHtml: (markdown, address) => renderMarkdown(markdown, { repository: address }),
    madeBy: version,
  });
}
