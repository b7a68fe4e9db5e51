import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { until } from '../../support/until.ts';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('an evidence process in an endless loop ends when the app was killed, and may start no thread but the one that sees to it', async () => {
  const parent = fork(fileURLToPath(new URL('parent.ts', import.meta.url)), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [{ pid, mayStartThreads }] = (await once(parent, 'message')) as [{ pid: number; mayStartThreads: boolean | null }];
  expect(isAlive(pid)).toBe(true);
  expect(mayStartThreads).toBe(false);
  parent.kill('SIGKILL');
  await until('the end of the orphan', () => !isAlive(pid));
});
