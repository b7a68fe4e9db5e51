import type { Write } from '../../core/plan/write.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import { orAborted } from '../../engine/or-aborted.ts';
import type { ReconcileContext } from '../reconcile-context.ts';

type Apply = (repository: RepositoryFacts, write: Write) => Promise<number>;

/**
 * A context whose locks end with a signal: a look that hangs gives them back when its time is over, or when its key is no longer
 * ours, for another process works the key by then. What is done under them is told so, too.
 */
export function locksWhileOurs<Context extends Pick<ReconcileContext, 'store'>>(context: Context, signal: AbortSignal): Context {
  const { store } = context;
  const withLock: typeof store.withLock = (name, work) =>
    store.withLock(name, (lost) => {
      signal.throwIfAborted();
      return orAborted(signal, work(AbortSignal.any([signal, lost])));
    });
  return { ...context, store: { ...store, withLock } };
}

/** Writes to GitHub that end with a signal: begun afterwards they might be done twice. */
export function writesWhileOurs(apply: Apply, signal: AbortSignal): Apply {
  return async (repository, write) => {
    signal.throwIfAborted();
    return apply(repository, write);
  };
}
