import { InputError } from '../../core/errors/input-error.ts';
import { keyLedger } from '../../core/ledger/key-ledger.ts';
import type { Database } from '../../store/database.ts';
import { repositoryName } from '../github-client.ts';

export interface RepositoryOption {
  readonly repo?: string;
  readonly id?: string;
}

/** A repository that has a ledger. */
export interface LedgerRepository {
  readonly id: number;
  /** `owner/name` as it was last seen; null where it never was. */
  readonly name: string | null;
  readonly installation: number | null;
}

const sql = `
  select l.repository as id, r.owner || '/' || r.name as name, r.installation
  from (select distinct repository from sprintgate.ledger) l left join sprintgate.repositories r on r.id = l.repository
  where ($1::bigint is null or l.repository = $1) and ($2::text is null or lower(r.owner || '/' || r.name) = lower($2))
  order by l.repository`;

/** The repositories that are meant: that of `--repo` or `--id`, else all that have a ledger. */
export async function ledgerRepositories(db: Database, { repo, id }: RepositoryOption): Promise<LedgerRepository[]> {
  if (id !== undefined && !/^[1-9]\d{0,14}$/.test(id)) throw new InputError(`"${id}" is not the numeric id of a repository.`);
  if (repo !== undefined) repositoryName(repo);
  const found = await db.query<LedgerRepository>(sql, [id === undefined ? null : Number(id), repo ?? null]);
  if (found.length === 0 && (repo !== undefined || id !== undefined))
    throw new InputError(`${repo ?? id} has no ledger in this database; after a rename, name the repository by --id.`);
  return found;
}

/** The one that is meant. */
export async function ledgerRepository(db: Database, options: RepositoryOption): Promise<LedgerRepository> {
  const [first, ...others] = (await ledgerRepositories(db, options)).filter(({ id }) => id !== keyLedger);
  if (!first) throw new InputError('this database holds no ledger yet.');
  if (others.length > 0) throw new InputError('this database holds the ledgers of several repositories; name one with --repo owner/name or --id NUMBER.');
  return first;
}

/** Reads the number of an entry. */
export function entryNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InputError(`"${text}" is not the number of an entry; \`ledger show\` prints it.`);
  return Number(text);
}
