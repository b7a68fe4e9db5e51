import type { AppRecord, Permissions } from './records/account.ts';
import type { Repository } from './records/repository.ts';
import type { World } from './records/world.ts';
import { createClock } from './clock.ts';
import { createFaults } from './http/faults.ts';
import type { Faults } from './http/faults.ts';
import { createLimiter } from './http/rate-limit.ts';
import type { RateLimit } from './http/rate-limit.ts';
import { createRequestLog } from './http/request-log.ts';
import type { RequestLog } from './http/request-log.ts';
import { jobEnvironment } from './jobs/job-environment.ts';
import type { JobEnvironmentInput } from './jobs/job-environment.ts';
import { artifactUrl, listen } from './http/serve.ts';
import type { Server } from './http/serve.ts';
import { createPeople } from './people/people.ts';
import type { People } from './people/people.ts';
import { registerActionsApp, registerApp } from './register-app.ts';
import type { AppOptions } from './register-app.ts';
import { createWorld } from './state/create-world.ts';
import { createDeliveries } from './webhooks/deliveries.ts';
import { createWebhookControls } from './webhooks/webhook-controls.ts';
import type { WebhookControls } from './webhooks/webhook-controls.ts';

export interface GitHubOptions {
  /** 0 or nothing: any free port. */
  readonly port?: number;
  /** Where the world's clock stands still; without it, it runs with the machine. */
  readonly now?: string;
  /** Where pages for people are; `html_url` of everything begins with it. */
  readonly htmlUrl?: string;
  readonly app?: AppOptions;
  /** Holds every request and answer against GitHub's OpenAPI description. On unless switched off. */
  readonly validate?: boolean;
}

export interface EmbeddedGitHub {
  /** Base URL of the REST API; GraphQL is at its `/graphql`. */
  readonly url: string;
  readonly apiUrl: string;
  readonly webhookSecret: string;
  readonly app: AppRecord & { readonly privateKeyPem: string };
  readonly state: World;
  readonly people: People;
  readonly webhooks: WebhookControls;
  readonly requests: RequestLog;
  readonly faults: Faults;
  /** Set its `limits` to make it refuse; what it refused is in `refused`. */
  readonly rateLimit: RateLimit;
  /** Requests (or answers of ours) that do not fit GitHub's description; empty in a good test. */
  readonly violations: readonly string[];
  /** Requests for what is not answered here; empty in a good test. */
  readonly unimplemented: readonly string[];
  /** Waits until every webhook was sent. */
  readonly settled: () => Promise<void>;
  /** The world's time, e.g. `2027-01-11T09:00:00Z`; setting it makes the clock stand still there. */
  now: string;
  readonly advance: (milliseconds: number) => void;
  /** `latency`: milliseconds by which every answer comes later than it could; 0 unless set. */
  readonly answers: { latency: number };
  readonly setHookUrl: (url: string) => void;
  /** A second app, for checks of somebody else. */
  readonly addApp: (options: AppOptions) => AppRecord;
  /** A token as a workflow job gets it. */
  readonly actionsToken: (repository: Repository, permissions: Permissions) => string;
  /** The variables of a step of a running job: its uploads and its identity included. */
  readonly jobEnvironment: (input: JobEnvironmentInput) => Record<string, string>;
  /** Throws when anything was asked that GitHub would not know. */
  readonly assertClean: () => void;
  readonly close: () => Promise<void>;
}

function assertClean(server: Server): void {
  const all = [...server.records.violations, ...server.records.unimplemented.map((path) => `not answered here: ${path}`)];
  if (all.length > 0) throw new Error(`the embedded GitHub was asked what GitHub would not know:\n${all.join('\n')}`);
}

function addActionsToken(world: World, repository: Repository, permissions: Permissions): string {
  const value = `ghs_actions_${world.nextId('token')}`;
  world.tokens.set(value, { kind: 'actions', value, repositoryId: repository.id, permissions });
  return value;
}

/** Starts a GitHub with state on loopback: REST, GraphQL and signed webhooks, for rehearsal and tests. */
export async function startGitHub(options: GitHubOptions = {}): Promise<EmbeddedGitHub> {
  const clock = createClock(options.now);
  const deliveries = createDeliveries(() => world);
  const world: World = createWorld({ now: clock.now, emit: (event) => deliveries.accept(event) });
  registerActionsApp(world);
  const { app, privateKeyPem } = registerApp(world, options.app ?? {});
  const limiter = createLimiter(clock.now);
  const services = { deliveries, artifactUrl: (id: number) => artifactUrl(world, id), rateLimit: limiter.windowOf };
  const server: Server = {
    world,
    services,
    records: { violations: [], unimplemented: [] },
    validate: options.validate ?? true,
    faults: createFaults(),
    limiter,
    log: createRequestLog(),
    answers: { latency: 0 },
  };
  const listening = await listen(server, options.port ?? 0);
  const url = `http://127.0.0.1:${listening.port}`;
  Object.assign(world.urls, { api: url, html: options.htmlUrl ?? url });
  return {
    url,
    apiUrl: url,
    webhookSecret: app.webhookSecret,
    app: Object.assign(app, { privateKeyPem }),
    state: world,
    people: createPeople(world, app),
    webhooks: createWebhookControls(deliveries),
    requests: server.log,
    faults: server.faults,
    rateLimit: limiter,
    violations: server.records.violations,
    unimplemented: server.records.unimplemented,
    settled: deliveries.settled,
    get now() {
      return clock.now();
    },
    set now(iso: string) {
      clock.set(iso);
    },
    advance: clock.advance,
    answers: server.answers,
    setHookUrl: (hookUrl) => {
      app.hookUrl = hookUrl;
    },
    addApp: (more) => registerApp(world, more).app,
    actionsToken: (repository, permissions) => addActionsToken(world, repository, permissions),
    jobEnvironment: (input) => jobEnvironment(world, input),
    assertClean: () => assertClean(server),
    close: async () => {
      await deliveries.settled();
      await listening.close();
    },
  };
}
