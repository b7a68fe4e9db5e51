import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/start-github.ts';
import { until } from './until.ts';

const root = join(import.meta.dirname, '../..');
const cli = join(root, 'src/cli/sprintgate.ts');

export interface ServedApp {
  readonly url: string;
  readonly id: number;
  /** Everything it logged, once it has ended. */
  readonly log: Promise<string>;
  /** Asks it to stop, or kills it, and gives its exit code (null when it was killed). */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

export type ServeEnvironment = Readonly<Record<string, string>>;

/** The variables under which `serve` is the app of an embedded GitHub. */
export function appEnvironment(github: EmbeddedGitHub, more: { readonly port: number; readonly databaseUrl: string }): ServeEnvironment {
  return {
    APP_ID: String(github.app.id),
    PRIVATE_KEY: github.app.privateKeyPem,
    WEBHOOK_SECRET: github.webhookSecret,
    PORT: String(more.port),
    DATABASE_URL: more.databaseUrl,
    GITHUB_API_URL: github.url,
    LOG_LEVEL: 'warn',
    PLAYBOOKS_DIR: join(root, 'test/fixtures/playbooks'),
  };
}

/** Starts `sprintgate serve` as an operator does and waits until it can take webhooks. */
export async function serveProcess(environment: ServeEnvironment): Promise<ServedApp> {
  const child = spawn(process.execPath, [cli, 'serve'], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const log = Promise.all([text(child.stdout), text(child.stderr)]).then((parts) => parts.join(''));
  const url = `http://127.0.0.1:${environment['PORT']}`;
  await until('the app to be healthy', async () => {
    if (child.exitCode !== null) throw new Error(`serve ended with ${child.exitCode}: ${await log}`);
    return (await fetch(`${url}/healthz`).catch(() => null))?.ok;
  });
  return {
    url,
    id: child.pid ?? 0,
    log,
    async end(signal) {
      child.kill(signal);
      return (await ended)[0];
    },
  };
}

/** A port that was free a moment ago: the app is told its port, as an operator would. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
