import type { Resource } from '../../core/budget/budget-limits.ts';
import { plainRoute } from '../../telemetry/plain-route.ts';

/** What a request costs, and what may be done when it fails. */
export interface RequestCost {
  readonly resource: Resource;
  readonly points: number;
  readonly content: 'none' | 'quiet' | 'loud';
  /** Reading it once more changes nothing: the only kind that may be sent again after an unclear answer. */
  readonly reads: boolean;
  /** `GET /repos/{owner}/{repo}`: no names of anybody, also where pagination asks by the full address. */
  readonly route: string;
}

export interface RequestParts {
  readonly method: string;
  readonly url: string;
  readonly query?: unknown;
}

// GitHub: "content-generating requests", without a list of them. Checks, statuses and answers to deployments notify nobody and are not
// counted here; issues, comments, labels, milestones, pull requests and reviews are.
const contentPaths = /\/(issues|comments|labels|milestones|pulls|reviews|sub_issues|sub_issue)(\/|$)/;
const loudPaths = /\/(issues|comments|pulls|reviews)$/;

/** Reads off an Octokit request what it costs. */
export function describeRequest({ method, url, query }: RequestParts): RequestCost {
  const path = url.replace(/^https?:\/\/[^/]+(?:\/api\/v3(?=\/))?/, '').replace(/\?.*$/, '');
  const route = plainRoute(`${method} ${path}`);
  if (path.endsWith('/graphql')) {
    const mutates = typeof query === 'string' && /^\s*mutation\b/.test(query);
    return { resource: 'graphql', points: mutates ? 5 : 1, content: mutates ? 'quiet' : 'none', reads: !mutates, route };
  }
  const reads = method === 'GET' || method === 'HEAD';
  const resource = path.startsWith('/search/') ? 'search' : 'core';
  const creates = !reads && method !== 'DELETE' && contentPaths.test(path);
  return { resource, points: reads ? 1 : 5, content: creates ? (method === 'POST' && loudPaths.test(path) ? 'loud' : 'quiet') : 'none', reads, route };
}
