import type { GitHub } from '../client.ts';

/** A delivery that GitHub could not hand over: the number of its last attempt, and the id that all of its attempts share. */
export interface FailedDelivery {
  readonly id: number;
  readonly guid: string;
}

/** GitHub sends again what is at most three days old. */
const oldest = 3 * 86_400_000;
// Of a hundred each; what is beyond is listed once the newer ones were delivered.
const mostPages = 30;

/** What GitHub could not hand over within the last three days, newest first, each once. The client is the app's own. */
export async function listFailedDeliveries(app: GitHub, now: string): Promise<FailedDelivery[]> {
  const found = new Map<string, FailedDelivery>();
  const since = Date.parse(now) - oldest;
  let pages = 0;
  for await (const { data } of app.paginate.iterator(app.rest.apps.listWebhookDeliveries, { per_page: 100, status: 'failure' })) {
    const recent = data.filter(({ delivered_at }) => Date.parse(delivered_at) >= since);
    for (const { id, guid, status_code: code } of recent) {
      // A server that does not know the filter lists all.
      if ((code < 200 || code >= 300) && !found.has(guid)) found.set(guid, { id, guid });
    }
    pages += 1;
    if (pages === mostPages || recent.length < data.length) break;
  }
  return [...found.values()];
}
