import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Started {
  readonly script: string;
  /** Which line of its output is waited for; 0 for its end, as of a script that says nothing. */
  readonly line: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Milliseconds from the start of Node to a line of what it prints, in an empty folder and with a runner's variables; it is ended then. */
export async function firstLine({ script, line, env }: Started): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'sprintgate-bench-'));
  const event = join(folder, 'event.json');
  await writeFile(event, '{}');
  const begun = performance.now();
  const child = spawn(process.execPath, [script], { cwd: folder, env: { ...runner, GITHUB_EVENT_PATH: event, ...env }, stdio: ['ignore', 'pipe', 'ignore'] });
  const closed = once(child, 'close');
  try {
    return await new Promise<number>((resolve, reject) => {
      let lines = 0;
      child.stdout.on('data', (bytes: Buffer) => {
        lines += bytes.toString('utf8').split('\n').length - 1;
        if (line > 0 && lines >= line) resolve(performance.now() - begun);
      });
      child.on('error', reject);
      child.on('exit', () => (line === 0 ? resolve(performance.now() - begun) : reject(new Error(`${script} ended before line ${line}`))));
    });
  } finally {
    child.kill('SIGKILL');
    await closed;
    await rm(folder, { recursive: true, force: true });
  }
}

const runner = {
  PATH: '',
  GITHUB_ACTIONS: 'true',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_SHA: 'a'.repeat(40),
  GITHUB_REF: 'refs/heads/main',
  GITHUB_RUN_ID: '1',
} as const;
