import { headerOf, statusOf } from './client.ts';

/**
 * What a refused request says about the thing asked for: `absent` for 404, `forbidden` for want of a permission. Everything
 * else, a rate limit above all (GitHub answers it with 403 too), is thrown: it passes, and the engine asks again.
 */
export function refusalOf(error: unknown): 'absent' | 'forbidden' {
  const status = statusOf(error);
  if (status === 404) return 'absent';
  const limited = headerOf(error, 'x-ratelimit-remaining') === '0' || headerOf(error, 'retry-after') !== null || /rate limit/i.test(String(error));
  if (status === 403 && !limited) return 'forbidden';
  throw error;
}
