import { playbookLoader } from '../engine/load-playbook.ts';
import { identityIssuer, issuerOf } from '../github/artifacts/identity-issuer.ts';
import { keptHolders } from '../github/authorities/kept-holders.ts';
import { readHolders } from '../github/authorities/read-holders.ts';
import { deriveReceiptKey } from '../core/people/derive-receipt-key.ts';
import { printReceiptKey } from '../core/people/receipt-public-key.ts';
import { evidenceLimits } from './evidence/evidence-pool.ts';
import { evidenceElsewhere } from './evidence/evidence-work.ts';
import type { ReconcileSettings } from './ports/repository-scope.ts';
import { createReconcile } from './create-reconcile.ts';
import type { Environment } from './settings/environment.ts';
import { type AppOptions, type RunningApp, startApp } from './start-app.ts';
import { reportTrouble } from './trouble/report-trouble.ts';
import { createLog } from './log/create-log.ts';
import { migrateStore, roleOf } from './migrate-store.ts';
import { type Receiver, startReceiver } from './start-receiver.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** Runs the app until it is asked to stop. */
export async function serveApp(environment: Environment): Promise<void> {
  const starting = start(environment);
  // Asked to stop while it starts, it stops as soon as it can: a database that is being made is not left half made.
  stopOnSignal(async () => (await starting).stop());
  await starting;
}

/** Where the tables have an owner of their own, that one brings them up to date first. */
async function start(environment: Environment): Promise<{ stop(): Promise<void> }> {
  const { migrationUrl = null, databaseUrl } = environment;
  if (migrationUrl !== null) await migrateStore(migrationUrl, await roleOf(databaseUrl));
  return environment.role === 'webhook' ? receive(environment) : startSprintgate(environment);
}

/** The part that takes webhooks, in a process of its own. */
async function receive(environment: Environment): Promise<Receiver> {
  return startReceiver({ environment, log: createLog(environment), receiptKey: receiptKeyOf(environment) });
}

function receiptKeyOf({ privateKey }: Environment): (installation: number) => Promise<string> {
  return async (installation) => printReceiptKey(deriveReceiptKey(privateKey, installation).publicKey);
}

type Extras = Pick<AppOptions, 'now' | 'rehearsal' | 'store' | 'budget'> &
  Partial<Pick<ReconcileSettings, 'onSeedProgress' | 'evidence' | 'looks' | 'onLook' | 'standingRestSeconds'>>;

/** The whole product in one process: the same for `serve`, for the rehearsal and for tests. */
export async function startSprintgate(environment: Environment, extras: Extras = {}): Promise<RunningApp> {
  const { onSeedProgress, looks, onLook, standingRestSeconds, ...options } = extras;
  const evidence = extras.evidence ?? evidenceElsewhere({ ...evidenceLimits, ...environment.evidence });
  // In a rehearsal the pages are where the app listens, which is known once it does.
  const pages = { url: environment.pages?.baseUrl ?? null };
  const settings: ReconcileSettings = {
    evidence,
    pagesUrl: () => pages.url,
    explainHolders: keptHolders(readHolders, Date.now),
    loadPlaybook: playbookLoader(environment.playbooksDir),
    issuer: identityIssuer(environment.oidcIssuer ?? issuerOf(environment.githubApiUrl)),
    ...(onSeedProgress ? { onSeedProgress } : {}),
    ...(looks ? { looks } : {}),
    ...(standingRestSeconds === undefined ? {} : { standingRestSeconds }),
    ...(onLook ? { onLook } : {}),
  };
  // Reading the playbooks takes this thread some 300 ms: before anybody waits for it, and once.
  await settings.loadPlaybook('construir@1').catch(() => undefined);
  const app = await startApp({
    ...options,
    environment,
    reconcile: (context) => createReconcile(context, settings),
    onTrouble: (context) => reportTrouble(context, settings),
    receiptKey: receiptKeyOf(environment),
  });
  if (extras.rehearsal) pages.url ??= app.url;
  return {
    ...app,
    async stop() {
      await app.stop();
      evidence.stop();
    },
  };
}
