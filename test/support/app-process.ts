// Started as a process of its own by tests: the app, with a reconcile that says what it was asked, and hangs when told to.
import { formatKey } from '../../src/core/keys/key.ts';
import { readEnvironment } from '../../src/app/read-environment.ts';
import { startApp } from '../../src/app/start-app.ts';
import { stopOnSignal } from '../../src/app/stop-on-signal.ts';

const environment = readEnvironment(process.env);
if (!environment) throw new Error('the environment is given by the test');
const app = await startApp({
  environment,
  reconcile: () => async (key) => {
    process.stderr.write(`reconcile ${formatKey(key)}\n`);
    if (process.env['HANG'] === 'yes') await new Promise(() => undefined);
  },
});
stopOnSignal(app.stop);
process.stderr.write(`listening ${app.url}\n`);
