import type { KeyKind } from '../core/keys/key.ts';

/**
 * `keys` are reconciled in moments. `seed` takes minutes, because GitHub limits how fast content may be created, and so
 * has a worker of its own. `wakes` are keys to look at again later. `sweep` is the hourly look at everything.
 * `dead` keeps what failed for good.
 */
export const queues = { keys: 'keys', seed: 'seed', wakes: 'wakes', sweep: 'sweep', dead: 'dead' } as const;

export type QueueName = (typeof queues)[keyof typeof queues];

/** The queue that a kind of key is worked in. */
export function queueOf(kind: KeyKind): typeof queues.keys | typeof queues.seed {
  return kind === 'seed' ? queues.seed : queues.keys;
}
