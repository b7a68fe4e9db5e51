import type { Delivery } from './append-deliveries.ts';
import { InboxBusyError } from './inbox-busy-error.ts';

/** What may wait for the database at once, and for how long. */
export interface GroupLimits {
  readonly deliveries: number;
  readonly bytes: number;
  readonly milliseconds: number;
}

export interface GroupCommit {
  /** Keeps deliveries with one commit; gives the ids of those that are fresh. */
  readonly write: (deliveries: readonly Delivery[]) => Promise<ReadonlySet<string>>;
  /** How many groups may be under way at once; 1 if not given. Two, so that one is sent while the other waits for the disk. */
  readonly atOnce?: number;
  readonly limits?: GroupLimits;
}

// GitHub waits 10 s for its answer, and takes none for a failure, which the sweep has redelivered.
export const inboxLimits: GroupLimits = { deliveries: 5_000, bytes: 128 * 1024 * 1024, milliseconds: 8_000 };
const mostInGroup = 250;
const mostBytesInGroup = 4 * 1024 * 1024;

interface Waiting {
  readonly delivery: Delivery;
  readonly bytes: number;
  readonly timer: NodeJS.Timeout;
  readonly resolve: (fresh: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Keeps deliveries in groups: what comes while a commit is under way goes with the next one, so that a busy time costs
 * fewer commits and not a longer wait. Resolves once the commit of its group is done: true when the delivery is fresh.
 * Rejects with an InboxBusyError at once when too much waits, and when the database does not keep it in time; with the
 * database's own error when that fails.
 */
export function groupCommit({ write, atOnce = 1, limits = inboxLimits }: GroupCommit): (delivery: Delivery) => Promise<boolean> {
  const queue: Waiting[] = [];
  const held = { deliveries: 0, bytes: 0 };
  let writing = 0;

  async function writeAll(): Promise<void> {
    while (queue.length > 0) {
      const group = nextGroup(queue);
      if (group.length > 0) await writeGroup(group, write);
      for (const { bytes } of group) {
        held.deliveries -= 1;
        held.bytes -= bytes;
      }
    }
    writing -= 1;
  }

  function drop(waiting: Waiting): void {
    waiting.reject(new InboxBusyError('the database did not keep the delivery in time'));
    const place = queue.indexOf(waiting);
    if (place === -1) return;
    queue.splice(place, 1);
    held.deliveries -= 1;
    held.bytes -= waiting.bytes;
  }

  return (delivery) => {
    const bytes = Buffer.byteLength(delivery.body);
    if (held.deliveries >= limits.deliveries || held.bytes + bytes > limits.bytes) {
      return Promise.reject(new InboxBusyError('too many deliveries wait for the database'));
    }
    held.deliveries += 1;
    held.bytes += bytes;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => drop(waiting), limits.milliseconds);
      const waiting: Waiting = { delivery, bytes, timer, resolve, reject };
      queue.push(waiting);
      // What arrives in this turn of the event loop goes together.
      if (writing < atOnce) {
        writing += 1;
        setImmediate(() => void writeAll());
      }
    });
  };
}

/** Takes the oldest, up to a size; an id that is in it already waits for the next one. */
function nextGroup(queue: Waiting[]): Waiting[] {
  const ids = new Set<string>();
  let bytes = 0;
  let count = 0;
  for (const waiting of queue) {
    if (count >= mostInGroup || (count > 0 && bytes + waiting.bytes > mostBytesInGroup) || ids.has(waiting.delivery.id)) break;
    ids.add(waiting.delivery.id);
    bytes += waiting.bytes;
    count += 1;
  }
  return queue.splice(0, count);
}

async function writeGroup(group: readonly Waiting[], write: GroupCommit['write']): Promise<void> {
  try {
    const fresh = await write(group.map(({ delivery }) => delivery));
    for (const { delivery, resolve } of group) resolve(fresh.has(delivery.id));
  } catch (error) {
    for (const { reject } of group) reject(error);
  } finally {
    for (const { timer } of group) clearTimeout(timer);
  }
}
