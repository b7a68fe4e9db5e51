import type { KeptReads } from '../../github/look/kept-reads.ts';
import type { Database } from '../../store/database.ts';
import { findRead } from '../../store/reads/find-read.ts';
import { keepRead } from '../../store/reads/keep-read.ts';

/** Raised when anything that is kept gets another form: what an older or newer version of the app wrote is then not read as this one's. */
const form = 2;

/** What was read of a repository before, in the store. `now` is ISO time. */
export function keptReads(db: Database, repository: number, now: () => string): KeptReads {
  const at = (kind: string, key: string) => ({ repository, kind: `${kind}/${form}`, key, on: now().slice(0, 10) });
  return { get: (kind, key) => findRead(db, at(kind, key)), put: (kind, key, value) => keepRead(db, at(kind, key), value) };
}
