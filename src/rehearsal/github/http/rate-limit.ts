import type { Caller } from './call.ts';
import { ApiError } from '../records/api-error.ts';

/** What is enforced; null lets everything through. All of it counts for each account (installation, user, app) by itself. */
export interface RateLimits {
  /** Requests an hour; 5,000 is what an installation has at least. */
  primary: number | null;
  /** GraphQL points an hour; a request here costs one. */
  graphql: number | null;
  /** Content that may be made in a minute and in an hour. */
  content: { readonly perMinute: number; readonly perHour: number } | null;
  /** Points in a minute: a read is 1, a write 5. */
  points: { readonly rest: number; readonly graphql: number } | null;
  /** Requests at the same time. */
  concurrency: number | null;
  /** Whether a refusal by a secondary limit says how long to wait. GitHub does not always. */
  retryAfter: boolean;
  /** The status of a refusal: GitHub uses both. */
  status: 403 | 429;
}

export interface CountedRequest {
  readonly account: string;
  readonly now: string;
  readonly graphql: boolean;
  readonly writes: boolean;
  readonly creates: boolean;
}

/** A request that broke a limit. */
export interface Refused {
  readonly account: string;
  readonly limit: 'primary' | 'graphql' | 'content' | 'points' | 'concurrency';
}

export interface RateLimit {
  readonly limits: RateLimits;
  /** Every request that had to be refused for its rate. */
  readonly refused: Refused[];
  /** What is left of the hour to an account: `installation:1`, `user:ana`. */
  readonly windowOf: (
    account: string,
    graphql?: boolean,
  ) => { readonly limit: number; readonly remaining: number; readonly used: number; readonly reset: number };
  /** Uses so much more of both hours of an account, as a request that nobody here sees would. */
  readonly spend: (account: string, requests: number) => void;
  /** How many requests an account made in all, and the most of them (of one kind) within one of its hours. */
  readonly mostUsed: (account: string) => { readonly all: number; readonly most: number };
}

export interface Limiter extends RateLimit {
  /** Counts a request that begins, or refuses it. Answers what is to be called when it ends. */
  readonly begin: (request: CountedRequest) => () => void;
  readonly headers: (request: Pick<CountedRequest, 'account' | 'now' | 'graphql'>) => Record<string, string>;
}

interface Account {
  readonly used: { core: number; graphql: number };
  reset: number;
  readonly created: number[];
  points: { readonly at: number; readonly cost: number; readonly graphql: boolean }[];
  underWay: number;
  all: number;
  most: number;
}

const assumed = 5000;
const minute = 60_000;

/** The name under which a caller is counted. */
export function accountOf(caller: Caller): string {
  if (caller.kind === 'installation') return `installation:${caller.installation.id}`;
  if (caller.kind === 'actions') return `repository:${caller.repositoryId}`;
  if (caller.kind === 'user') return `user:${caller.actor.user.login}`;
  return caller.kind === 'app' ? `app:${caller.app.slug}` : 'anonymous';
}

/** Counts requests as GitHub does. By default nothing is refused, and nothing told in headers, as on a server with limits off. */
export function createLimiter(now: () => string): Limiter {
  const limits: RateLimits = { primary: null, graphql: null, content: null, points: null, concurrency: null, retryAfter: true, status: 403 };
  const refused: Refused[] = [];
  const accounts = new Map<string, Account>();
  const find = (name: string, iso: string): Account => {
    const seconds = Math.floor(Date.parse(iso) / 1000);
    const account = accounts.get(name) ?? { used: { core: 0, graphql: 0 }, reset: seconds + 3600, created: [], points: [], underWay: 0, all: 0, most: 0 };
    accounts.set(name, account);
    if (seconds >= account.reset) Object.assign(account, { used: { core: 0, graphql: 0 }, reset: seconds + 3600 });
    return account;
  };
  const windowOf: RateLimit['windowOf'] = (name, graphql = false) => {
    const { used, reset } = find(name, now());
    const limit = (graphql ? limits.graphql : limits.primary) ?? assumed;
    const spent = Math.min(limit, graphql ? used.graphql : used.core);
    return { limit, remaining: limit - spent, used: spent, reset };
  };
  return {
    limits,
    refused,
    windowOf,
    mostUsed: (name) => accounts.get(name) ?? { all: 0, most: 0 },
    spend(name, requests) {
      const { used } = find(name, now());
      used.core += requests;
      used.graphql += requests;
    },
    begin(request) {
      const account = find(request.account, request.now);
      const broken = brokenLimit(account, request, limits);
      if (broken !== null) {
        refused.push({ account: request.account, limit: broken });
        throw refusal(broken, limits);
      }
      const time = Date.parse(request.now);
      account.used[request.graphql ? 'graphql' : 'core'] += 1;
      account.all += 1;
      account.most = Math.max(account.most, account.used.core, account.used.graphql);
      account.points.push({ at: time, cost: costOf(request), graphql: request.graphql });
      if (request.creates) account.created.push(time);
      account.underWay += 1;
      return () => {
        account.underWay -= 1;
      };
    },
    headers({ account, graphql }) {
      if ((graphql ? limits.graphql : limits.primary) === null) return {};
      const { limit, remaining, used, reset } = windowOf(account, graphql);
      return {
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(remaining),
        'x-ratelimit-used': String(used),
        'x-ratelimit-reset': String(reset),
        'x-ratelimit-resource': graphql ? 'graphql' : 'core',
      };
    },
  };
}

function costOf({ writes }: CountedRequest): number {
  return writes ? 5 : 1;
}

/** The first limit that one more request would break. */
function brokenLimit(account: Account, request: CountedRequest, limits: RateLimits): Refused['limit'] | null {
  const time = Date.parse(request.now);
  const { graphql } = request;
  const limit = graphql ? limits.graphql : limits.primary;
  if (limit !== null && (graphql ? account.used.graphql : account.used.core) >= limit) return graphql ? 'graphql' : 'primary';
  if (limits.concurrency !== null && account.underWay >= limits.concurrency) return 'concurrency';
  account.points = account.points.filter(({ at }) => time - at < minute);
  const taken = account.points.reduce((sum, entry) => sum + (entry.graphql === graphql ? entry.cost : 0), 0);
  if (limits.points !== null && taken + costOf(request) > (graphql ? limits.points.graphql : limits.points.rest)) return 'points';
  const made = (milliseconds: number) => account.created.filter((at) => time - at < milliseconds).length;
  if (limits.content !== null && request.creates && (made(minute) >= limits.content.perMinute || made(60 * minute) >= limits.content.perHour)) return 'content';
  return null;
}

function refusal(broken: Refused['limit'], { status, retryAfter }: RateLimits): ApiError {
  if (broken === 'primary' || broken === 'graphql') return new ApiError(status, 'API rate limit exceeded for installation.');
  const headers: Record<string, string> = retryAfter ? { 'retry-after': '60' } : {};
  const what = broken === 'content' ? ' and have been temporarily blocked from content creation' : '';
  return new ApiError(status, `You have exceeded a secondary rate limit${what}. Please retry your request again later.`, { headers });
}
