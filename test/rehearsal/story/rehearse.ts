import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const command = resolve(import.meta.dirname, '../../../src/cli/start.ts');

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm start` as a process of its own, with a folder for its database. `watch` sees all that it printed so far, and may send it a signal. */
export async function rehearse(
  args: readonly string[],
  watch: (printed: string, kill: (signal: NodeJS.Signals) => void) => void = () => undefined,
): Promise<Ended> {
  const data = mkdtempSync(join(tmpdir(), 'sprintgate-rehearsal-'));
  const { APP_ID: _a, PRIVATE_KEY: _k, PRIVATE_KEY_PATH: _p, WEBHOOK_SECRET: _s, ...environment } = process.env;
  const child = spawn(process.execPath, [command, '--data', data, ...args], { env: { ...environment, NO_COLOR: '1', LANG: 'C', LC_ALL: '' } });
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      printed[name] += text;
      watch(printed.stdout + printed.stderr, (signal) => child.kill(signal));
    });
  }
  const [code, signal] = await new Promise<[number | null, string | null]>((done) => {
    child.on('close', (...ended) => done(ended));
  });
  rmSync(data, { recursive: true, force: true });
  return { code, signal, ...printed };
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => {
    server.listen(0, 'localhost', done);
  });
  const address = server.address();
  await new Promise((done) => {
    server.close(done);
  });
  return typeof address === 'object' && address ? address.port : 0;
}
