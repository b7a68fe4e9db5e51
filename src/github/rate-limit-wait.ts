import { headerOf, statusOf } from './client.ts';

const minute = 60_000;
/** Waits that GitHub never asks for; beyond it something else is wrong. */
const longest = 70 * minute;

/**
 * How long (ms) to wait before the same request may be sent again, or null when it was not refused for its rate. A request that
 * was refused for its rate was not carried out. Without a header GitHub wants a minute at least, and more each time.
 */
export function rateLimitWait(error: unknown, attempt: number, now: number): number | null {
  const status = statusOf(error);
  if (status !== 403 && status !== 429 && !tooQuick(error)) return null;
  const retryAfter = headerOf(error, 'retry-after');
  if (retryAfter !== null && /^\d+$/.test(retryAfter)) return clamp(Number(retryAfter) * 1000);
  const reset = headerOf(error, 'x-ratelimit-reset');
  if (headerOf(error, 'x-ratelimit-remaining') === '0' && reset !== null) return clamp(Number(reset) * 1000 - now + 1000);
  const secondary = /secondary rate limit|abuse detection/i.test(messageOf(error));
  return status === 429 || secondary || tooQuick(error) ? clamp(minute * 2 ** attempt) : null;
}

/** GitHub answers issues that come too fast with 422 "was submitted too quickly". */
function tooQuick(error: unknown): boolean {
  return statusOf(error) === 422 && /submitted too quickly/i.test(messageOf(error));
}

function clamp(milliseconds: number): number {
  return Math.min(Math.max(milliseconds, 1000), longest);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
