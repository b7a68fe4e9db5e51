import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { IndexedPull } from '../../src/store/known/save-pull.ts';
import type { Ask, Counted, Told } from './github-process.ts';

export interface GitHubProcess extends Told {
  readonly id: number;
  /** Gives every pull request a new commit. */
  push(): Promise<readonly IndexedPull[]>;
  setLatency(ms: number): Promise<void>;
  count(): Promise<Counted>;
  stop(): void;
}

export async function startGitHubProcess(sizes: readonly number[]): Promise<GitHubProcess> {
  const child = fork(fileURLToPath(new URL('github-process.ts', import.meta.url)), sizes.map(String));
  const told = (await heard(child)) as Told;
  const ask = async (asked: Ask): Promise<unknown> => {
    child.send(asked);
    return heard(child);
  };
  return {
    ...told,
    id: child.pid ?? 0,
    push: async () => (await ask({ ask: 'push' })) as readonly IndexedPull[],
    setLatency: async (ms) => void (await ask({ ask: 'latency', ms })),
    count: async () => (await ask({ ask: 'count' })) as Counted,
    stop: () => void child.kill(),
  };
}

function heard(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const end = () => reject(new Error('the embedded GitHub ended'));
    child.once('exit', end);
    child.once('message', (message) => {
      child.off('exit', end);
      resolve(message);
    });
  });
}
