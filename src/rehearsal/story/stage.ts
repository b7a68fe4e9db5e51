import { rm } from 'node:fs/promises';
import { createAdaptorServer } from '@hono/node-server';
import { readEnvironment } from '../../app/read-environment.ts';
import type { RunningApp } from '../../app/start-app.ts';
import { startSprintgate } from '../../app/serve-app.ts';
import { InputError } from '../../core/errors/input-error.ts';
import type { SeedProgress } from '../../github/seeding/apply-seeding.ts';
import { createPages } from '../pages/create-pages.ts';
import { type EmbeddedGitHub, startGitHub } from '../github/start-github.ts';

export interface StageOptions {
  /** Where people look at it. */
  readonly port: number;
  /** Folder of the embedded database; emptied first, since the embedded GitHub begins anew. */
  readonly database: string;
  /** `owner/name` of the repository that the pages lead to. */
  readonly home: string;
  readonly now: string;
  readonly onSeedProgress: (progress: SeedProgress) => void;
}

/** The embedded GitHub, the real app against it, and the pages, in one process. */
export interface Stage {
  readonly github: EmbeddedGitHub;
  readonly app: RunningApp;
  readonly pagesUrl: string;
  /** What the overview page tells; grows with the story. */
  readonly story: { title: string; path: string | null }[];
  /** Waits until every webhook was taken and all work that came of it is done. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Sets the stage: nothing in the app knows that it is a rehearsal, except the addresses it is given. */
export async function setStage(options: StageOptions): Promise<Stage> {
  const pagesUrl = `http://localhost:${options.port}`;
  const github = await startGitHub({ now: options.now, htmlUrl: pagesUrl, validate: true });
  await rm(options.database, { recursive: true, force: true });
  const environment = readEnvironment({
    APP_ID: String(github.app.id), PRIVATE_KEY: github.app.privateKeyPem, WEBHOOK_SECRET: github.webhookSecret,
    PORT: '0', HOST: '127.0.0.1', DATABASE_URL: options.database, GITHUB_API_URL: github.url, LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'fatal',
  });
  if (!environment) throw new Error('the rehearsal gave the app no settings');
  const app = await startSprintgate(environment, { now: () => github.now, onSeedProgress: options.onSeedProgress });
  github.setHookUrl(`${app.url}/api/github/webhooks`);
  const story: Stage['story'] = [];
  const closePages = await servePages(options.port, createPages({ world: github.state, home: options.home, story: () => story }));
  return {
    github, app, pagesUrl, story,
    settle: () => settle(github, app),
    async close() {
      await closePages();
      await app.stop();
      await github.close();
    },
  };
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

async function servePages(port: number, pages: ReturnType<typeof createPages>): Promise<() => Promise<void>> {
  const server = createAdaptorServer({ fetch: pages.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? new InputError(`port ${port} is in use; choose another: npm start -- --port 3001`) : error));
    server.listen(port, 'localhost', resolve);
  });
  return () => new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
