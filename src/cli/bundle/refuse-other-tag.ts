import { InputError } from '../../core/errors/input-error.ts';
import type { Database } from '../../store/database.ts';
import type { LedgerRepository } from '../ledger/ledger-repository.ts';
import { findRelease } from './find-release.ts';

/** Throws an InputError where a tag leads to another release than that of the pull request: its bundle has no place there. */
export async function refuseOtherTag(
  db: Database,
  repository: LedgerRepository,
  { tag, pull }: { readonly tag: string; readonly pull: number },
): Promise<void> {
  const led = await findRelease(db, repository, tag);
  if (led !== pull) throw new InputError(`the tag "${tag}" leads to #${led}, and this is the bundle of #${pull}; name the tag of this release.`);
}
