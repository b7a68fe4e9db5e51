import pg from 'pg';
import { asksIfAlive } from '../postgres-database.ts';

/** How processes on one Postgres learn of each other's deliveries. It may fail to: who listens also looks by itself now and then. */
export interface DeliveryNews {
  /** Says soon that there are new deliveries. */
  tell(): void;
  /** Calls `wake` on news, and whenever the connection was made anew: then some may have been missed. */
  listen(wake: () => void): () => Promise<void>;
  stop(): void;
}

const channel = 'sprintgate_deliveries';
// A NOTIFY is a commit of its own, which waits for the disk: one for many deliveries, not one for each.
const tellEvery = 50;
const reconnectAfter = 1_000;

/** News by LISTEN and NOTIFY. */
export function postgresNews(pool: pg.Pool, connectionString: string): DeliveryNews {
  let timer: NodeJS.Timeout | null = null;
  let again = false;

  function tell(): void {
    if (timer) {
      again = true;
      return;
    }
    timer = setTimeout(() => {
      timer = null;
      if (!again) return;
      again = false;
      tell();
    }, tellEvery);
    timer.unref();
    pool.query(`select pg_notify('${channel}', '')`).catch(() => undefined);
  }

  return {
    tell,
    listen: (wake) => listen(connectionString, wake),
    stop() {
      if (timer) clearTimeout(timer);
    },
  };
}

function listen(connectionString: string, wake: () => void): () => Promise<void> {
  let stopped = false;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString, application_name: 'sprintgate-listen', ...asksIfAlive, connectionTimeoutMillis: 10_000 });
    client = next;
    // Reported on error and at the end; one new connection is enough.
    const lost = () => {
      if (client !== next || stopped) return;
      client = null;
      next.end().catch(() => undefined);
      timer = setTimeout(() => void connect(), reconnectAfter);
      timer.unref();
    };
    next.on('error', lost);
    next.on('end', lost);
    next.on('notification', wake);
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      wake();
    } catch {
      lost();
    }
  }

  const connecting = connect();
  return async () => {
    stopped = true;
    if (timer) clearTimeout(timer);
    await connecting;
    await client?.end().catch(() => undefined);
  };
}
