import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProcessInput {
  readonly script: string;
  readonly arguments?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs one of our entries as a process of its own, under this Node and with no variables but those given, to its end. */
export async function runProcess(input: ProcessInput): Promise<Ended> {
  const child = spawn(process.execPath, [input.script, ...(input.arguments ?? [])], {
    cwd: input.cwd,
    env: { PATH: process.env['PATH'] ?? '', ...input.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close') as Promise<[number | null]>]);
  return { code, stdout, stderr };
}
