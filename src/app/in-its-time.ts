import { formatKey, type Key } from '../core/keys/key.ts';
import type { Priority } from '../core/keys/keyed-work.ts';
import type { WorkClass } from '../core/budget/budget-limits.ts';
import type { Reconcile } from '../engine/work-keys.ts';
import { inClass } from '../github/budget/work-class.ts';
import { limitedUntil } from './limited-until.ts';
import type { ReconcileContext } from './reconcile-context.ts';

/**
 * Works a key as what it is: somebody waits for it, a sweep, or a seeding. A key that has to wait for GitHub's limits holds no
 * worker: it is looked at again when they let it, no sooner, and as what it was.
 */
export function inItsTime(context: Pick<ReconcileContext, 'log' | 'wakeAt'>, reconcile: Reconcile): Reconcile {
  return async (key, signal, priority) => {
    try {
      return await inClass(classOf(key, priority), () => reconcile(key, signal, priority));
    } catch (error) {
      const until = limitedUntil(error);
      if (until === null) throw error;
      const at = new Date(until + spread(key, priority)).toISOString();
      context.log.warn({ key: formatKey(key), until: at }, 'GitHub’s limits: this key waits');
      await context.wakeAt(key, at, priority);
      return 'put-off';
    }
  };
}

function classOf(key: Key, priority: Priority): WorkClass {
  if (key.kind === 'seed') return 'seeding';
  return priority === 'now' ? 'interactive' : 'sweep';
}

/** What nobody waits for does not all come back in the same second: milliseconds, the same for a key each time. */
function spread(key: Key, priority: Priority): number {
  if (priority === 'now') return 0;
  let sum = 0;
  for (const char of formatKey(key)) sum = (sum * 31 + char.charCodeAt(0)) % 60_000;
  return sum;
}
