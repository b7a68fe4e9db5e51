import type { Database } from '../database.ts';
import { appendDeliveries, type Delivery } from './append-deliveries.ts';
import { claimDeliveries, type ClaimedDelivery } from './claim-deliveries.ts';
import { countWaitingDeliveries } from './count-waiting-deliveries.ts';
import type { DeliveryNews } from './delivery-news.ts';
import { finishDelivery } from './finish-delivery.ts';
import { forgetDeliveries } from './forget-deliveries.ts';
import { groupCommit, type GroupLimits } from './group-commit.ts';
import { postponeDelivery, type Postponement } from './postpone-delivery.ts';
import { releaseDeliveries } from './release-deliveries.ts';
import { replayDelivery } from './replay-delivery.ts';

/** The durable inbox of webhook deliveries, as the engine is handed it. */
export interface Inbox {
  /** Keeps a delivery for good before it resolves; true when it is fresh. Rejects with an InboxBusyError rather than wait too long. */
  append(delivery: Delivery): Promise<boolean>;
  /** Calls `wake` when another process has kept deliveries; resolves to how to stop. */
  listen(wake: () => void): () => Promise<void>;
  claim(limit: number): Promise<ClaimedDelivery[]>;
  finish(id: string, error?: string): Promise<void>;
  postpone(id: string, failure: Postponement): Promise<void>;
  release(): Promise<void>;
  countWaiting(): Promise<number>;
  /** Drops old bodies, and deletes old deliveries. */
  forget(): Promise<{ readonly bodies: number; readonly deliveries: number }>;
  replay(id: string): Promise<boolean>;
}

export interface InboxOptions {
  readonly db: Database;
  /** The connection that deliveries are kept on; of its own, so that no other work holds them up. The database's if not given. */
  readonly writer?: Pick<Database, 'query'>;
  /** How many groups of deliveries may be under way at once; 1 if not given. */
  readonly writers?: number;
  /** How processes learn of each other's deliveries; not at all if not given. */
  readonly news?: DeliveryNews;
  /** Days for which the body of a delivery is kept after it was worked; 14 if not given. */
  readonly bodyDays?: number;
  /** Seconds after which a delivery that was taken for working is given to another; 60 if not given. */
  readonly leaseSeconds?: number;
  readonly limits?: GroupLimits;
}

/** The inbox of one database. */
export function createInbox(options: InboxOptions): Inbox {
  const { db, writer = db, news, bodyDays = 14, leaseSeconds = 60, limits, writers = 1 } = options;
  const append = groupCommit({
    atOnce: writers,
    async write(deliveries) {
      const fresh = await appendDeliveries(writer, deliveries);
      if (fresh.size > 0) news?.tell();
      return fresh;
    },
    ...(limits ? { limits } : {}),
  });
  return {
    append,
    listen: (wake) => news?.listen(wake) ?? (async () => undefined),
    claim: (limit) => claimDeliveries(db, limit, leaseSeconds),
    finish: (id, error) => finishDelivery(db, id, error ?? null),
    postpone: (id, failure) => postponeDelivery(db, id, failure),
    release: () => releaseDeliveries(db),
    countWaiting: () => countWaitingDeliveries(db),
    forget: () => forgetDeliveries(db, bodyDays),
    replay: (id) => replayDelivery(db, id),
  };
}
