import { githubDescription } from './description.ts';
import type { Operation } from './description.ts';

export interface Route {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  /** Null for paths that GitHub answers but does not describe. */
  readonly operation: Operation | null;
}

interface CompiledRoute extends Route {
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

/** Answered by the real GitHub, used by clients that keep numeric ids, and absent from the description. */
const undescribed: readonly Omit<Route, 'operation'>[] = [
  { method: 'GET', path: '/repositories/{repository_id}', operationId: 'repos/get-by-id' },
  { method: 'GET', path: '/user/{account_id}', operationId: 'users/get-by-account-id' },
  { method: 'GET', path: '/organizations/{organisation_id}/team/{team_id}/memberships/{username}', operationId: 'teams/get-membership-by-id' },
];

/** May span slashes: files, branches, and ranges of branches. */
const spanning = new Set(['path', 'ref', 'basehead', 'branch', 'tree_sha']);

function compile(route: Route): CompiledRoute {
  const names: string[] = [];
  const source = route.path.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    // The root folder is `/contents`, with nothing after it.
    if (name === 'path') return '(?:/(.*))?';
    return spanning.has(name) ? '/(.+)' : '/([^/]+)';
  });
  return { ...route, names, pattern: new RegExp(`^${source}$`) };
}

/** Fixed words go before parameters: `/issues/comments` is not issue number "comments". */
function byPrecision(left: CompiledRoute, right: CompiledRoute): number {
  const parts = (route: CompiledRoute) => route.path.split('/').map((part) => (part.startsWith('{') ? (spanning.has(part.slice(1, -1)) ? 2 : 1) : 0));
  const [a, b] = [parts(left), parts(right)];
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return b.length - a.length;
}

let routes: readonly CompiledRoute[] | null = null;

function allRoutes(): readonly CompiledRoute[] {
  const described = Object.entries(githubDescription().paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operationId: operation.operationId, operation })),
  );
  routes ??= [...described, ...undescribed.map((route) => ({ ...route, operation: null }))].map(compile).toSorted(byPrecision);
  return routes;
}

/** Finds the operation for a request; null when there is none. */
export function matchRoute(method: string, pathname: string): { readonly route: Route; readonly params: Readonly<Record<string, string>> } | null {
  for (const route of allRoutes()) {
    if (route.method !== method) continue;
    const match = route.pattern.exec(pathname);
    if (match === null) continue;
    const params = Object.fromEntries(route.names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]));
    return { route, params };
  }
  return null;
}
