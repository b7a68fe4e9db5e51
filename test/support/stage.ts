import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { EvidenceWork } from '../../src/app/evidence/evidence-work.ts';
import { readEnvironment } from '../../src/app/read-environment.ts';
import { startSprintgate } from '../../src/app/serve-app.ts';
import type { RunningApp } from '../../src/app/start-app.ts';
import type { CheckRun } from '../../src/rehearsal/github/records/checks.ts';
import type { PullIssue } from '../../src/rehearsal/github/records/find.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { type EmbeddedGitHub, startGitHub } from '../../src/rehearsal/github/start-github.ts';
import type { StoredLedgerEntry } from '../../src/core/ledger/ledger-entry.ts';
import { listLedger } from '../../src/store/ledger/list-ledger.ts';
import type { Store } from '../../src/store/store.ts';
import { expectSame } from './expect-same.ts';
import { openTestStore } from './test-store.ts';

interface Manifest {
  readonly default_permissions: Readonly<Record<string, 'read' | 'write'>>;
  readonly default_events: readonly string[];
}

/** What `app.yml` asks GitHub for: the app of a test gets this and nothing more. */
export function readManifest(): Manifest {
  return parse(readFileSync('app.yml', 'utf8')) as Manifest;
}

/** A configuration in English under which a small pull request passes in Sprint 0. */
export const smallConfig = `playbook: construir@1
locale: en
tier: 4
product: ml
schedule: { start: 2027-01-11, sprint: 2w, timezone: America/Mexico_City, profile: standard }
components:
  api: { kind: api, paths: ["src/**"], uploads: [api] }
authorities:
  architecture-review: { users: [ana] }
  escalation: { users: [ana] }
branches: [main]
release: { branches: [main], heads: ["release/**"], labels: [release] }
enforce: { coverage: block, checkpoint: block, quality: off, readiness: block, policy: block }
`;

/** The whole app against the embedded GitHub, with the permissions and events of `app.yml`, on an embedded database. */
export interface Stage {
  readonly github: EmbeddedGitHub;
  readonly app: RunningApp;
  readonly store: Store;
  settle(): Promise<void>;
  /** A repository of its own in `acme`, configured, with the app on it. */
  repository(name: string, options?: RepositoryOptions): Promise<Repository>;
  /** Our newest check of a gate on a commit. */
  check(repository: Repository, headSha: string, gate: string): CheckRun | null;
  ledger(repository: Repository): Promise<StoredLedgerEntry[]>;
  /** When a key is to be looked at again; null when it is not. */
  wakeOf(key: string): Promise<string | null>;
  /** Has a pull request looked at once more, as the sweep would. */
  look(repository: Repository, number: number): Promise<void>;
  close(): Promise<void>;
}

export interface RepositoryOptions {
  /** Null: there is none. */
  readonly config?: string | null;
  readonly files?: Readonly<Record<string, string>>;
}

export interface StageOptions {
  readonly permissions?: Readonly<Record<string, 'read' | 'write'>>;
  /** Whether looks ask GraphQL or REST; as usual when left out. */
  readonly looks?: 'graphql' | 'rest';
  /** Has every look compared with what REST gives then. `COMPARE_LOOKS=1` does so everywhere. */
  readonly compareLooks?: boolean;
  /** Where evidence is read; as usual when left out. */
  readonly evidence?: EvidenceWork;
  /** An empty store of the caller's; one in memory when left out. */
  readonly store?: Store;
}

function extrasOf({ evidence, looks, compareLooks }: StageOptions) {
  return {
    ...(evidence ? { evidence } : {}),
    ...(looks ? { looks } : {}),
    ...(compareLooks || process.env['COMPARE_LOOKS'] === '1' ? { onLook: expectSame } : {}),
  };
}

export async function startStage(options: StageOptions = {}): Promise<Stage> {
  const manifest = readManifest();
  const github = await startGitHub({
    now: '2027-01-12T18:00:00Z',
    app: { permissions: options.permissions ?? manifest.default_permissions, events: manifest.default_events },
  });
  github.people.addOrganisation('acme', { owners: ['ana'], members: ['luis'] });
  const store = options.store ?? (await openTestStore());
  const app = await startAppOn(github, { store, ...extrasOf(options) });
  github.people.installApp({ account: 'acme' });
  const settle = () => settleBoth(github, app);
  return {
    github,
    app,
    store,
    settle,
    async repository(name, { config = smallConfig, files = {} } = {}) {
      const repository = github.people.createRepository({
        owner: 'acme',
        name,
        as: 'ana',
        files: { 'README.md': `# ${name}\n`, ...(config === null ? {} : { '.github/sprintgate.yml': config }), ...files },
      });
      github.people.grantRole({ repository, login: 'luis', role: 'write' });
      await settle();
      return repository;
    },
    check: (repository, headSha, gate) =>
      [...repository.checkRuns.values()].filter((run) => run.appId === github.app.id && run.headSha === headSha && run.name === `sprintgate/${gate}`).at(-1) ??
      null,
    ledger: (repository) => listLedger(store.db, { repository: repository.id, after: 0, limit: 1_000 }),
    async wakeOf(key) {
      const [row] = await store.db.query<{ at: string }>(
        'select start_after as at from sprintgate_jobs.job where name = $1 and singleton_key = $2 and state = $3',
        ['wakes', key, 'created'],
      );
      return row ? new Date(row.at).toISOString() : null;
    },
    async look(repository, number) {
      await app.context.enqueue([{ key: { kind: 'pull', repository: repository.id, number }, priority: 'now' }]);
      await settle();
    },
    async close() {
      await app.stop();
      await store.close();
      await github.close();
    },
  };
}

/** Starts the app on an open store, and has this GitHub send its webhooks there. */
export async function startAppOn(github: EmbeddedGitHub, given: { readonly store: Store; readonly evidence?: EvidenceWork }): Promise<RunningApp> {
  const environment = readEnvironment({
    APP_ID: String(github.app.id),
    PRIVATE_KEY: github.app.privateKeyPem,
    WEBHOOK_SECRET: github.webhookSecret,
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: 'memory://',
    GITHUB_API_URL: github.url,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'fatal',
  });
  if (!environment) throw new Error('the app was given no settings');
  const app = await startSprintgate(environment, { now: () => github.now, ...given });
  github.setHookUrl(`${app.url}/api/github/webhooks`);
  return app;
}

/** What the app writes comes back as webhooks, which may be work again: quiet is when a whole round brought nothing. */
export async function settleBoth(github: EmbeddedGitHub, app: RunningApp): Promise<void> {
  let seen = -1;
  while (seen !== github.webhooks.deliveries.length) {
    seen = github.webhooks.deliveries.length;
    await github.settled();
    await app.engine.drained();
  }
}

export interface SmallPull {
  readonly repository: Repository;
  readonly branch: string;
  readonly base?: string;
  /** Null deletes one. */
  readonly files?: Readonly<Record<string, string | null>>;
}

/** A pull request of luis with one new source file. */
export function openSmallPull(
  { github }: Pick<Stage, 'github'>,
  { repository, branch, base, files = { [`src/${branch.replaceAll('/', '-')}.ts`]: 'export const a = 1;\nexport const b = 2;\n' } }: SmallPull,
): PullIssue {
  github.people.commit({ repository, as: 'luis', branch, files });
  return github.people.openPull({ repository, as: 'luis', head: branch, title: `Work on ${branch}`, ...(base === undefined ? {} : { base }) });
}

/** An LCOV report that covers every line of these files, each of two lines. */
export function covered(...paths: readonly string[]): string {
  return paths.map((path) => `TN:\nSF:${path}\nDA:1,1\nDA:2,1\nLF:2\nLH:2\nend_of_record\n`).join('');
}
