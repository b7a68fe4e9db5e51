import { bundleKeys } from './audit/bundle-keys.ts';
import { Hono } from 'hono';
import { formatKey, type Key } from '../core/keys/key.ts';
import { locksOf, usualConcurrency } from '../engine/concurrency.ts';
import { startEngine, type Engine } from '../engine/start-engine.ts';
import { voidingPlaybooks } from '../engine/voiding-playbooks.ts';
import type { OnTrouble, Reconcile } from '../engine/work-keys.ts';
import type { OwnIdentity } from '../github/events/own-identity.ts';
import type { ClaimedDelivery } from '../store/inbox/claim-deliveries.ts';
import type { Budget } from '../github/budget/create-budget.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { createHealth, type Health } from './health/create-health.ts';
import { healthRoutes } from './health/health-routes.ts';
import { type Observed, observe } from './metrics/observe.ts';
import { appBudget, type BudgetExtras } from './app-budget.ts';
import { createProbot } from './create-probot.ts';
import { githubAccess } from './github-access.ts';
import { inItsTime } from './in-its-time.ts';
import { limitedUntil } from './limited-until.ts';
import { handleEvents } from './handle-events.ts';
import { mendDirectory } from './directory/mend-directory.ts';
import { letGo } from './let-go.ts';
import { createLog } from './log/create-log.ts';
import { noteInstallation, withLogFacts } from './log/log-facts.ts';
import type { Environment } from './settings/environment.ts';
import type { ReconcileContext } from './reconcile-context.ts';
import { readInstallations } from './read-installations.ts';
import { redeliverMissed } from './redeliver-missed.ts';
import { resolveHead } from './resolve-head.ts';
import { takeDeliveries } from './intake/take-deliveries.ts';
import { listen, type Listening } from './listen.ts';
import { plainRoutes } from './plain-routes.ts';
import { servePages } from './pages/serve-pages.ts';
import { inboxOf } from './start-receiver.ts';

export interface AppOptions {
  readonly environment: Environment;
  /** Given what the app can do, how a key is reconciled. */
  readonly reconcile: (context: ReconcileContext) => Reconcile;
  /** Given the same, says where people see it that a key fails again and again. */
  readonly onTrouble?: (context: ReconcileContext) => OnTrouble;
  /** The public key, as text, by which receipts of an installation are checked; null where there is none. */
  readonly receiptKey?: (installation: number) => Promise<string | null>;
  /** A rehearsal on this machine: its pages ask nobody to sign in. */
  readonly rehearsal?: boolean;
  /** An open store, which is then the caller's to close; otherwise DATABASE_URL is opened. */
  readonly store?: Store;
  readonly now?: () => string;
  /** The limits and the clock of a GitHub that is not github.com. */
  readonly budget?: BudgetExtras;
}

export interface RunningApp {
  /** Where the server listens, e.g. `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Where its figures are, when they have a listener of their own. */
  readonly metricsUrl: string | null;
  readonly engine: Engine;
  readonly context: ReconcileContext;
  /** Takes no more webhooks, finishes what is being worked, closes the database. Called again it does nothing more. */
  stop(): Promise<void>;
}

/** Starts the GitHub App: server, inbox, queue and workers in one process; in the role `worker` without taking webhooks. */
export async function startApp(options: AppOptions): Promise<RunningApp> {
  const { environment } = options;
  const { role = 'all', concurrency = usualConcurrency } = environment;
  const log = createLog(environment);
  const { promise: budgeting, resolve: setBudget } = Promise.withResolvers<Budget>();
  const probot = await createProbot(environment, log, budgeting);
  const store = options.store ?? (await openStore(environment.databaseUrl, { ...inboxOf(environment), locks: locksOf(concurrency) }));
  const closeStore = async () => {
    if (!options.store) await store.close();
  };
  try {
    const own: { -readonly [name in keyof OwnIdentity]: OwnIdentity[name] } = { appId: environment.appId, botLogin: null };
    // The engine carries out what the context is asked, and needs the context to start: early requests wait for it.
    const { promise: started, resolve: setStarted } = Promise.withResolvers<Engine>();
    const budget = appBudget(environment, store, options.budget);
    setBudget(budget);
    const context = contextOf(options, { store, log, budget, ...githubAccess(probot, store) }, started);
    // An unknown bot name only means that echoes are worked; GitHub may be away when we start.
    void context.appSlug().then(
      (slug) => {
        own.botLogin = `${slug}[bot]`;
      },
      (err: unknown) => log.warn({ err }, 'GitHub does not tell our name yet'),
    );
    const engine = await startEngine({
      store,
      log,
      concurrency,
      reconcile: inItsTime(context, mended(options.reconcile(context), context)),
      workOf: named(handleEvents(probot, context, () => own)),
      limitedUntil,
      resolveHead: (repository, sha) => resolveHead(context, repository, sha),
      installations: () => readInstallations(context),
      redeliver: () => redeliverMissed(context),
      retain: letGo(context, environment),
      voidingPlaybooks: ownPlaybooks(environment.playbooksDir),
      ...(options.onTrouble ? { onTrouble: options.onTrouble(context) } : {}),
    });
    setStarted(engine);
    const health = createHealth({ db: store.db, role, working: engine.working });
    const observed = await orUndo(observe({ environment, db: store.db, health, role }), engine.stop);
    const undo = async () => {
      await observed.stop();
      await engine.stop();
    };
    const routes = routesOf(options, { context, health, observed });
    const webhooks = takeDeliveries({ secret: environment.webhookSecret, log, accept: engine.accept });
    const server = await orUndo(listen(environment, role === 'worker' ? { routes } : { routes, webhooks }), undo);
    log.info({ url: server.url, metrics: observed.url, role }, role === 'worker' ? 'working' : 'taking webhooks');
    return { url: server.url, metricsUrl: observed.url, engine, context, stop: once(() => stopAll(server, { engine, health, observed, closeStore })) };
  } catch (error) {
    await closeStore();
    throw error;
  }
}

/** Read once: they do not change while we run. */
function ownPlaybooks(folder: string | null): () => Promise<readonly string[]> {
  let reading: Promise<readonly string[]> | null = null;
  return () => (reading ??= voidingPlaybooks(folder));
}

type Given = Pick<ReconcileContext, 'store' | 'log' | 'budget' | 'access' | 'installation' | 'app' | 'appSlug'>;

function contextOf({ environment, now }: AppOptions, given: Given, engine: Promise<Engine>): ReconcileContext {
  return {
    ...given,
    appId: environment.appId,
    privateKey: environment.privateKey,
    now: now ?? (() => new Date().toISOString()),
    enqueue: async (work) => (await engine).enqueue(work),
    wakeAt: async (key, at, priority) => (await engine).wakeAt(key, at, priority),
  };
}

/** Reconciles a key after the directory was mended for it; keys of repositories that the app has left are dropped. */
function mended(reconcile: Reconcile, context: ReconcileContext): Reconcile {
  return async (key, signal, priority) =>
    withLogFacts({ key: formatKey(key) }, async () => {
      const ours = (await isOurs(key, context)) && (await mendDirectory(key, context)) === 'there';
      if (!ours) return context.log.info({}, 'the app is not installed there any more');
      await reconcile(key, signal, priority);
    });
}

/** Every line that is written while a delivery is worked names it. */
function named<T>(workOf: (delivery: ClaimedDelivery) => Promise<T>): (delivery: ClaimedDelivery) => Promise<T> {
  return async (delivery) => withLogFacts({ delivery: delivery.id, event: delivery.event }, () => workOf(delivery));
}

async function isOurs(key: Key, context: ReconcileContext): Promise<boolean> {
  if (key.kind === 'install') return true;
  const access = await context.access(key.repository);
  if (access) noteInstallation(key.repository, access.repository.installation);
  return access !== null;
}

interface Served {
  readonly context: ReconcileContext;
  readonly health: Health;
  readonly observed: Observed;
}

function routesOf({ environment, receiptKey, rehearsal = false }: AppOptions, { context, health, observed }: Served): Hono {
  const routes = new Hono().route('/', healthRoutes(health));
  if (observed.route) routes.route('/', observed.route);
  if (environment.role !== 'worker')
    routes.route(
      '/',
      plainRoutes({ appId: environment.appId, log: context.log, bundleKeys: bundleKeys(context.store.db, environment), ...(receiptKey ? { receiptKey } : {}) }),
    );
  routes.onError((err, request) => {
    context.log.error({ err, path: request.req.path }, 'request failed');
    return request.text('something went wrong here; see the log', 500);
  });
  if (environment.role !== 'worker') servePages(routes, context, { environment, rehearsal });
  return routes;
}

interface Stopping extends Pick<Served, 'health' | 'observed'> {
  readonly engine: Engine;
  readonly closeStore: () => Promise<void>;
}

async function stopAll(server: Listening, { engine, health, observed, closeStore }: Stopping): Promise<void> {
  health.setStopping();
  await server.close();
  await engine.stop();
  await observed.stop();
  await closeStore();
}

async function orUndo<T>(starting: Promise<T>, undo: () => Promise<void>): Promise<T> {
  try {
    return await starting;
  } catch (error) {
    await undo();
    throw error;
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => (done ??= work());
}
