import { readEnvironment } from '../../app/read-environment.ts';
import { startSprintgate } from '../../app/serve-app.ts';
import type { RunningApp } from '../../app/start-app.ts';
import type { Locale } from '../../core/playbook/text-schema.ts';
import type { SeedProgress } from '../../github/seeding/apply-seeding.ts';
import { type EmbeddedGitHub, startGitHub } from '../github/start-github.ts';
import { createPages } from '../pages/create-pages.ts';
import type { StoryStep } from '../pages/story-step.ts';
import { emptyDatabase } from './empty-database.ts';
import { servePages } from './serve-pages.ts';

export interface StageOptions {
  /** Where people look at it. */
  readonly port: number;
  /** Folder of the embedded database; emptied first, since the embedded GitHub begins anew. */
  readonly database: string;
  /** `owner/name` of the repository that the pages lead to. */
  readonly home: string;
  /** Language of what is written in the repository. */
  readonly locale: Locale;
  readonly now: string;
  readonly onSeedProgress: (progress: SeedProgress) => void;
  /** Ed25519 key in PEM that signs auditor's bundles; left out, nothing signs them. */
  readonly bundleKey?: string;
}

/** The embedded GitHub, the real app against it, and the pages, in one process. */
export interface Stage {
  readonly github: EmbeddedGitHub;
  readonly app: RunningApp;
  readonly pagesUrl: string;
  /** What the overview page tells; grows with the story. */
  readonly story: StoryStep[];
  /** Waits until every webhook was taken and all work that came of it is done. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Sets the stage: nothing in the app knows that it is a rehearsal, except the addresses it is given. */
export async function setStage(options: StageOptions): Promise<Stage> {
  const pagesUrl = `http://localhost:${options.port}`;
  const server = await servePages(options.port);
  // Backwards, as it was opened.
  const open: (() => Promise<void>)[] = [server.close];
  const close = async () => {
    while (open.length > 0) await open.pop()?.();
  };
  try {
    await emptyDatabase(options.database);
    const github = await startGitHub({ now: options.now, htmlUrl: pagesUrl, validate: true });
    open.push(github.close);
    const app = await startSprintgate(settings(github, options), { now: () => github.now, rehearsal: true, onSeedProgress: options.onSeedProgress });
    open.push(app.stop);
    github.setHookUrl(`${app.url}/api/github/webhooks`);
    const story: StoryStep[] = [];
    server.show(createPages({ world: github.state, home: options.home, locale: options.locale, story: () => story, appUrl: app.url }));
    return { github, app, pagesUrl, story, settle: () => settle(github, app), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function settings(github: EmbeddedGitHub, { database, bundleKey }: StageOptions) {
  const environment = readEnvironment({
    APP_ID: String(github.app.id),
    PRIVATE_KEY: github.app.privateKeyPem,
    WEBHOOK_SECRET: github.webhookSecret,
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: database,
    GITHUB_API_URL: github.url,
    ...(bundleKey === undefined ? {} : { BUNDLE_SIGNING_KEY: bundleKey }),
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'fatal',
  });
  if (!environment) throw new Error('the rehearsal gave the app no settings');
  return environment;
}

/** What the app writes comes back as webhooks, which may be work again: quiet is when a whole round brought nothing. */
async function settle(github: EmbeddedGitHub, app: RunningApp): Promise<void> {
  let seen = -1;
  while (seen !== github.webhooks.deliveries.length) {
    seen = github.webhooks.deliveries.length;
    await github.settled();
    await app.engine.drained();
  }
}
