import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPlainGitHub, type PlainGitHub } from '../support/plain-github.ts';
import { sendWebhook } from '../support/send-webhook.ts';
import { openTestStore } from '../support/test-store.ts';

const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const secret = 'a secret of the test';
const script = fileURLToPath(new URL('../support/app-process.ts', import.meta.url));
const payload = {
  action: 'opened',
  repository: { id: 1, full_name: 'acme/shop' },
  installation: { id: 9 },
  pull_request: { number: 3 },
  sender: { type: 'User', login: 'ana' },
};

interface AppProcess {
  readonly process: ChildProcess;
  /** Waits for a line on stderr that begins so, and gives the rest of it. */
  line(beginning: string): Promise<string>;
  lines(): string[];
}

let github: PlainGitHub;
let folder: string;
let running: ChildProcess[];

beforeEach(async () => {
  running = [];
  folder = mkdtempSync(join(tmpdir(), 'sprintgate-app-'));
  github = await startPlainGitHub();
  await (await openTestStore(join(folder, 'data'))).close();
});

afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  await github.close();
  rmSync(folder, { recursive: true, force: true });
});

function startProcess(more: { HANG?: 'yes' } = {}): AppProcess {
  const env = {
    PATH: process.env['PATH'] ?? '',
    APP_ID: '42',
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: secret,
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: join(folder, 'data'),
    GITHUB_API_URL: github.url,
    LOG_LEVEL: 'error' as const,
    ...more,
  };
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'inherit', 'pipe'] });
  running.push(child);
  let output = '';
  const { stderr } = child;
  stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const lines = () => output.split('\n').slice(0, -1);
  return {
    process: child,
    lines,
    async line(beginning) {
      for (;;) {
        const found = lines().find((line) => line.startsWith(beginning));
        if (found !== undefined) return found.slice(beginning.length);
        if (child.exitCode !== null) throw new Error(`the process ended: ${output}`);
        await Promise.race([once(stderr, 'data'), once(child, 'exit')]);
      }
    },
  };
}

async function kill(app: AppProcess): Promise<void> {
  const ended = once(app.process, 'exit');
  app.process.kill('SIGKILL');
  await ended;
}

describe('a process that is killed', () => {
  it('between acknowledgement and work loses nothing: the next one works it', async () => {
    const first = startProcess({ HANG: 'yes' });
    const webhook = { id: 'guid-1', event: 'pull_request', payload, secret };
    expect(await sendWebhook({ ...webhook, url: await first.line('listening ') })).toBe(202);
    await kill(first);
    const second = startProcess();
    const url = await second.line('listening ');
    expect(await second.line('reconcile ')).toBe('1/pull/3');
    expect(await sendWebhook({ ...webhook, url })).toBe(202);
    expect(await sendWebhook({ ...webhook, url, id: 'guid-2', payload: { ...payload, pull_request: { number: 4 } } })).toBe(202);
    await second.line('reconcile 1/pull/4');
    // A job may have been queued just before the kill; then its key is looked at once more, which changes nothing. The sweep
    // at the start may look at repositories and installations in between: this is about the two deliveries.
    const worked = second.lines().filter((line) => /^reconcile \d+\/pull\//.test(line));
    expect([...new Set(worked)]).toEqual(['reconcile 1/pull/3', 'reconcile 1/pull/4']);
  });

  it('in the middle of its work is followed by one that does it again', async () => {
    const first = startProcess({ HANG: 'yes' });
    await sendWebhook({ url: await first.line('listening '), id: 'guid-1', event: 'pull_request', payload, secret });
    await first.line('reconcile 1/pull/3');
    await kill(first);
    const second = startProcess();
    await second.line('listening ');
    expect(await second.line('reconcile ')).toBe('1/pull/3');
  });
});

describe('a process that is asked to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('by %s ends cleanly and gives its database free', async (signal) => {
    const app = startProcess();
    const url = await app.line('listening ');
    expect(await (await fetch(`${url}/healthz`)).text()).toBe('ok');
    const ended = once(app.process, 'exit');
    app.process.kill(signal);
    expect(await ended).toEqual([0, null]);
    await startProcess().line('listening ');
  });
});
