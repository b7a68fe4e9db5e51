import type { PgBoss } from 'pg-boss';
import { formatKey, type Key } from '../core/keys/key.ts';
import type { Priority } from '../core/keys/keyed-work.ts';
import { queueOf } from './queues.ts';

/** What a job carries: the printed key and nothing else, for the world is read again. */
export interface KeyJob {
  readonly key: string;
}

const ranks: Record<Priority, number> = { now: 10, later: 0 };

/** Asks for a look at a key. When one waits already, that one does for both, at the higher priority. */
export async function enqueueKey(boss: PgBoss, key: Key, priority: Priority): Promise<void> {
  const queue = queueOf(key.kind);
  const text = formatKey(key);
  const job: KeyJob = { key: text };
  // The group is what makes jobs of one key run one after another (`groupConcurrency: 1` at the worker).
  const sent = await boss.send(queue, job, { singletonKey: text, priority: ranks[priority], group: { id: text } });
  if (sent === null && priority === 'now') await boss.update(queue, undefined, { singletonKey: text, priority: ranks.now, match: 'all' });
}
