import type { Database } from '../database.ts';

export interface KnownRepository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  /** Null where the app is not installed any more. */
  readonly installation: number | null;
}

const sql = `
  insert into sprintgate.repositories (id, owner, name, installation) values ($1, $2, $3, $4)
  on conflict (id) do update set owner = excluded.owner, name = excluded.name, installation = excluded.installation, seen_at = now()
  where (repositories.owner, repositories.name, repositories.installation) is distinct from (excluded.owner, excluded.name, excluded.installation)
`;

/** Notes under which name a repository was last seen, and which installation may act on it. */
export async function rememberRepository(db: Database, repository: KnownRepository): Promise<void> {
  await db.query(sql, [repository.id, repository.owner, repository.name, repository.installation]);
}
