import type { Database } from '../database.ts';

export interface KnownPull {
  readonly number: number;
  readonly headSha: string;
  readonly baseRef: string;
}

/** The open pull requests of a repository as webhooks told of them, for when GitHub does not let us read them. */
export async function findKnownPulls(db: Database, repository: number): Promise<KnownPull[]> {
  return db.query<KnownPull>(
    'select number, head_sha as "headSha", base_ref as "baseRef" from sprintgate.pulls where repository = $1 and open order by number',
    [repository],
  );
}
