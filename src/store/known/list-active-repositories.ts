import type { Database } from '../database.ts';

export interface ActiveRepositories {
  readonly repositories: readonly { readonly id: number; readonly installation: number }[];
  /** How many there are in all. */
  readonly total: number;
}

const sql = `
  select known.id, known.installation, count(*) over ()::int as total from sprintgate.repositories known
  left join (select repository, max(updated_at) as at from sprintgate.pulls where open group by repository) active on active.repository = known.id
  where known.installation is not null
  order by active.at desc nulls last, known.id limit $1::int offset $2::int
`;

/** A page of the repositories on which the app is installed, recently active pull requests first. */
export async function listActiveRepositories(db: Database, { offset, limit }: { offset: number; limit: number }): Promise<ActiveRepositories> {
  const rows = await db.query<{ id: number; installation: number; total: number }>(sql, [String(limit), String(offset)]);
  return { repositories: rows.map(({ id, installation }) => ({ id, installation })), total: rows[0]?.total ?? 0 };
}
