import type { PGlite } from '@electric-sql/pglite';
import type { Database } from './database.ts';
import type { Inbox } from './inbox/create-inbox.ts';
import type { Directory } from './known/create-directory.ts';
import type { WithLock } from './mutex.ts';

/** How the job queue reaches the same database. */
export type QueueConnection = { readonly kind: 'pglite'; readonly pglite: PGlite } | { readonly kind: 'postgres'; readonly connectionString: string };

/** An open database with our tables, and the locks that go with it. */
export interface Store {
  readonly db: Database;
  readonly queue: QueueConnection;
  readonly inbox: Inbox;
  readonly directory: Directory;
  readonly withLock: WithLock;
  close(): Promise<void>;
}
