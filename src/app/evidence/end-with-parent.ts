import { Worker } from 'node:worker_threads';

/** How often it is looked whether the parent still lives, in milliseconds. */
const lookEvery = 1_000;

// A thread: while a report keeps the process busy, it hears of no `disconnect`. Whoever lost its parent is given to another one.
// `process.exit` ends a thread alone; a signal ends the process, whatever it does.
const watch = `
  const { workerData } = require('node:worker_threads');
  setInterval(() => {
    if (process.ppid !== workerData.parent) process.kill(process.pid, 'SIGKILL');
  }, workerData.lookEvery);
`;

/** Ends this process soon after the one that started it has ended, also in the middle of an endless loop. */
export function endWithParent(): void {
  const worker = new Worker(watch, {
    eval: true,
    workerData: { parent: process.ppid, lookEvery },
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 },
  });
  worker.unref();
  // No further thread may be started. An older Node cannot take that back.
  const { permission } = process as { permission?: { drop?: (scope: string) => void } };
  permission?.drop?.('worker');
}
