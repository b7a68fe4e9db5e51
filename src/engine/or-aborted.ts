/** The work, or a rejection as soon as the signal is aborted: who waits for it waits no longer, though it may go on. */
export function orAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const give = () => reject(signal.reason instanceof Error ? signal.reason : new Error('it took longer than its time'));
  if (signal.aborted) give();
  else signal.addEventListener('abort', give, { once: true });
  return Promise.race([work, aborted]).finally(() => signal.removeEventListener('abort', give));
}
