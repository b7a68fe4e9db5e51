import type { Refusal } from '../../core/budget/note-refusal.ts';
import type { Told } from '../../core/budget/return-lease.ts';
import type { Resource } from '../../core/budget/budget-limits.ts';

/** What of an answer, or of the error that it became, tells of limits. */
export interface LimitedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly message: string;
  /** The type of GraphQL's first error; null for none. */
  readonly graphqlError: string | null;
}

/** The window as an answer's headers tell it; null when the answer is a refusal that tells nothing. */
export function readTold(answer: LimitedAnswer, now: number): Told | null {
  const { headers, status } = answer;
  const limit = numberOf(headers['x-ratelimit-limit']);
  const remaining = numberOf(headers['x-ratelimit-remaining']);
  const resetIn = resetInOf(answer, now);
  if (limit !== null && remaining !== null && resetIn !== null) return { limit, used: limit - remaining, resetIn, age: 0 };
  return status < 400 ? { limit: null, used: 0, resetIn: 0, age: 0 } : null;
}

/** The resource that an answer was counted under, where it says so. */
export function readResource(answer: LimitedAnswer): Resource | null {
  const told = answer.headers['x-ratelimit-resource'];
  return told === 'core' || told === 'graphql' || told === 'search' ? told : null;
}

/** The refusal for its rate that an answer is; null for every other answer. Such a request was not carried out. */
export function readRefusal(answer: LimitedAnswer, resource: Resource, now: number): Refusal | null {
  const { status, headers, message, graphqlError } = answer;
  const tooQuick = status === 422 && /submitted too quickly/i.test(message);
  if (graphqlError === 'RATE_LIMITED' || graphqlError === 'RATE_LIMIT') return { kind: 'primary', resource, wait: resetInOf(answer, now) };
  if (status !== 403 && status !== 429 && !tooQuick) return null;
  const retryAfter = numberOf(headers['retry-after']);
  if (retryAfter !== null) return { kind: 'secondary', resource, wait: retryAfter * 1000 };
  if (numberOf(headers['x-ratelimit-remaining']) === 0) {
    const wait = resetInOf(answer, now);
    // A second more: GitHub's reset is a whole second.
    return { kind: 'primary', resource, wait: wait === null ? null : wait + 1_000 };
  }
  const secondary = /secondary rate limit|abuse detection|rate limit exceeded/i.test(message);
  return status === 429 || secondary || tooQuick ? { kind: 'secondary', resource, wait: null } : null;
}

/** By GitHub's own clock where it shows it: ours may be wrong. */
function resetInOf({ headers }: LimitedAnswer, now: number): number | null {
  const reset = numberOf(headers['x-ratelimit-reset']);
  if (reset === null) return null;
  const date = Date.parse(String(headers['date'] ?? ''));
  return reset * 1000 - (Number.isNaN(date) ? now : date);
}

function numberOf(value: string | number | undefined): number | null {
  return value !== undefined && /^\d+$/.test(String(value)) ? Number(value) : null;
}
