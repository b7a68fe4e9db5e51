import { exhaustionIn } from '../github/budget/budget-exhausted.ts';
import { rateLimitWait } from '../github/rate-limit-wait.ts';

/** When GitHub's limits let the work go on that an error ended (ms of the epoch); null where it was no refusal for them. */
export function limitedUntil(error: unknown): number | null {
  const now = Date.now();
  const exhausted = exhaustionIn(error);
  if (exhausted !== null) return exhausted.until;
  const wait = rateLimitWait(error, 0, now);
  return wait === null ? null : now + wait;
}
