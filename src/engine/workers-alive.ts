import type { PgBoss, WipData } from 'pg-boss';
import { queues } from './queues.ts';

// Workers ask the queue every second or so. One that waits for a slow database is not dead at once.
const patience = 30_000;

/** Whether a worker of keys works, or asked the queue for work a moment ago. `now` is in milliseconds. */
export function workersAlive(boss: PgBoss, now: number): boolean {
  return boss.getWipData().some((worker) => worker.name === queues.keys && isAlive(worker, now));
}

function isAlive(worker: WipData, now: number): boolean {
  const { state, count, createdOn, lastFetchedOn } = worker;
  if (state !== 'active') return false;
  return count > 0 || now - (lastFetchedOn ?? createdOn) < patience;
}
