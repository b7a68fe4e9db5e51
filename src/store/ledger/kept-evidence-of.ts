import type { BundleHead, SealedBundle } from '../../core/evidence/bundle/bundle.ts';
import type { BundleReference } from '../../core/ledger/bundle-reference.ts';
import { sha256 } from '../../core/markers/digest.ts';
import type { Database } from '../database.ts';
import { findBundles } from '../evidence/find-bundles.ts';

/** An upload that a kept snapshot names, as it is kept now. */
export interface KeptEvidenceOf {
  readonly bundle: SealedBundle | null;
  /** Whether it is still what was judged: read anew by other readers, changed without that, or gone. */
  readonly state: 'as-judged' | 'read-anew' | 'changed' | 'gone';
}

/** Finds the content of an upload that a snapshot names by its digest. */
export async function keptEvidenceOf(db: Database, named: BundleHead): Promise<KeptEvidenceOf> {
  const { identity, readerVersion, content } = named as BundleReference;
  const isIt = ({ identity: of }: BundleHead): boolean =>
    of.runId === identity.runId && of.runAttempt === identity.runAttempt && of.job === identity.job && of.uploadName === identity.uploadName;
  const [kept] = await findBundles(db, { repository: identity.repositoryId, commit: identity.testedSha }, isIt);
  if (!kept) return { bundle: null, state: 'gone' };
  const bundle = { ...named, content: kept.content };
  if (sha256(kept.content) === content.sha256) return { bundle, state: 'as-judged' };
  return kept.readerVersion === readerVersion ? { bundle, state: 'changed' } : { bundle: { ...bundle, ...withReader(kept) }, state: 'read-anew' };
}

function withReader({ readerVersion }: BundleHead): Pick<BundleHead, 'readerVersion'> {
  return readerVersion === undefined ? {} : { readerVersion };
}
