/** Why a look failed that could not say so itself. */
export const untold = 'the process that worked it ended, or it took longer than its time';

/** What an attempt at a job failed with, as the queue keeps it; null where it left nothing in our words. */
export function reasonOf(output: unknown): string | null {
  const message = typeof output === 'object' && output !== null && 'message' in output ? output.message : null;
  return typeof message === 'string' && message !== '' ? message : null;
}
