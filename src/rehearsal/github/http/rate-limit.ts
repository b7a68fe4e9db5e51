import { ApiError } from '../records/api-error.ts';

export interface RateLimit {
  /** Requests an hour; 5,000 is what an installation has at least. */
  limit: number;
  remaining: number;
  /** Epoch seconds of the next full count. */
  reset: number;
  /** Content that may be made in a minute and in an hour; null lets everything through. */
  content: { readonly perMinute: number; readonly perHour: number } | null;
}

export interface Limiter {
  readonly state: RateLimit;
  readonly count: (request: { readonly now: string; readonly creates: boolean }) => void;
  readonly headers: () => Record<string, string>;
}

/** Counts requests as GitHub does. By default nothing is ever refused: tests and the rehearsal ask for limits. */
export function createLimiter(now: string): Limiter {
  const state: RateLimit = { limit: 5000, remaining: 5000, reset: Math.floor(Date.parse(now) / 1000) + 3600, content: null };
  const made: number[] = [];
  const countContent = (time: number): void => {
    if (state.content === null) return;
    const within = (milliseconds: number) => made.filter((at) => time - at < milliseconds).length;
    if (within(60_000) >= state.content.perMinute || within(3_600_000) >= state.content.perHour) {
      throw new ApiError(
        403,
        'You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.',
        { headers: { 'retry-after': '60' } },
      );
    }
    made.push(time);
  };
  return {
    state,
    count: ({ now: iso, creates }) => {
      const time = Date.parse(iso);
      if (time / 1000 >= state.reset) Object.assign(state, { remaining: state.limit, reset: Math.floor(time / 1000) + 3600 });
      if (state.remaining <= 0) throw new ApiError(403, 'API rate limit exceeded for installation.');
      state.remaining -= 1;
      if (creates) countContent(time);
    },
    headers: () => ({
      'x-ratelimit-limit': String(state.limit),
      'x-ratelimit-remaining': String(state.remaining),
      'x-ratelimit-used': String(state.limit - state.remaining),
      'x-ratelimit-reset': String(state.reset),
      'x-ratelimit-resource': 'core',
    }),
  };
}
