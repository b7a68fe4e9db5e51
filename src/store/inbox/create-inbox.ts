import type { Database } from '../database.ts';
import { appendDelivery, type Delivery } from './append-delivery.ts';
import { claimDeliveries, type ClaimedDelivery } from './claim-deliveries.ts';
import { countWaitingDeliveries } from './count-waiting-deliveries.ts';
import { finishDelivery } from './finish-delivery.ts';
import { forgetDeliveries } from './forget-deliveries.ts';
import { postponeDelivery } from './postpone-delivery.ts';
import { releaseDeliveries } from './release-deliveries.ts';

/** The durable inbox of webhook deliveries, as the engine is handed it. */
export interface Inbox {
  append(delivery: Delivery): Promise<boolean>;
  claim(limit: number): Promise<ClaimedDelivery[]>;
  finish(id: string, error?: string): Promise<void>;
  postpone(id: string, failure: { seconds: number; error: string }): Promise<void>;
  release(): Promise<void>;
  countWaiting(): Promise<number>;
  forget(days: number): Promise<number>;
}

/** The inbox of one database. */
export function createInbox(db: Database): Inbox {
  return {
    append: (delivery) => appendDelivery(db, delivery),
    claim: (limit) => claimDeliveries(db, limit),
    finish: (id, error) => finishDelivery(db, id, error ?? null),
    postpone: (id, failure) => postponeDelivery(db, id, failure),
    release: () => releaseDeliveries(db),
    countWaiting: () => countWaitingDeliveries(db),
    forget: (days) => forgetDeliveries(db, days),
  };
}
