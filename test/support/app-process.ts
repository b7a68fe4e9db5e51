// Started as a process of its own by tests: the app, with a reconcile that says what it was asked, and hangs when told to.
// With NOTES it notes in the database when it looked at a key, and in the role `webhook` it only takes deliveries.
import { formatKey } from '../../src/core/keys/key.ts';
import { readEnvironment } from '../../src/app/read-environment.ts';
import { startApp } from '../../src/app/start-app.ts';
import { startReceiver } from '../../src/app/start-receiver.ts';
import { stopOnSignal } from '../../src/app/stop-on-signal.ts';
import type { Database } from '../../src/store/database.ts';

const environment = readEnvironment(process.env);
if (!environment) throw new Error('the environment is given by the test');
const log = { debug: () => undefined, info: () => undefined, warn: console.error, error: console.error };
const app =
  environment.role === 'webhook'
    ? await startReceiver({ environment, log })
    : await startApp({
        environment,
        reconcile: (context) => async (key) => {
          process.stderr.write(`reconcile ${formatKey(key)}\n`);
          if (process.env['HANG'] === 'yes') await new Promise(() => undefined);
          if (process.env['NOTES'] === 'yes') await note(context.store.db, formatKey(key));
        },
      });
stopOnSignal(app.stop);
process.stderr.write(`listening ${app.url}\n`);

async function note(db: Database, key: string): Promise<void> {
  const [row] = await db.query<{ id: number }>('insert into notes (key) values ($1) returning id', [key]);
  await db.query('update notes set ended = clock_timestamp() where id = $1', [row?.id ?? 0]);
}
