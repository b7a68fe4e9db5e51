import { createOnce, statusOf } from '../github/client.ts';
import { listFailedDeliveries } from '../github/deliveries/list-failed-deliveries.ts';
import { rateLimitWait } from '../github/rate-limit-wait.ts';
import { findKnownDeliveries } from '../store/inbox/find-known-deliveries.ts';
import type { ReconcileContext } from './reconcile-context.ts';

// A request each, of 5,000 that the app has in an hour: what is left is asked for by the next sweep.
const mostAtOnce = 1_000;

/**
 * Has GitHub send again what it could not hand over, newest first: once a sweep, until it is in our inbox. What is there
 * needs none, also where GitHub takes it for failed because our answer came too late. Answers how many it asked for.
 */
export async function redeliverMissed({ app, store, log, now }: Pick<ReconcileContext, 'app' | 'store' | 'log' | 'now'>): Promise<number> {
  const github = await app();
  const failed = await listFailedDeliveries(github, now());
  const known = await findKnownDeliveries(
    store.db,
    failed.map(({ guid }) => guid),
  );
  const missed = failed.filter(({ guid }) => !known.has(guid));
  let asked = 0;
  for (const { id, guid } of missed.slice(0, mostAtOnce)) {
    try {
      await github.rest.apps.redeliverWebhookDelivery({ delivery_id: id, ...createOnce });
      asked += 1;
    } catch (err) {
      // Limits, and an outage, hold for all of them; one that GitHub does not send again is its own matter.
      const status = statusOf(err);
      if (status === null || status >= 500 || rateLimitWait(err, 0, Date.parse(now())) !== null) throw err;
      log.warn({ delivery: guid, err }, 'GitHub does not send this delivery again; the sweep mends what it would have told us');
    }
  }
  if (missed.length > 0) log.info({ missed: missed.length, asked }, 'GitHub sends again what it could not hand over');
  return asked;
}
