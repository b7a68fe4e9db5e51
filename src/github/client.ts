import type { Octokit } from '@octokit/rest';

/** What we need of an Octokit: Probot's, the Action's and the CLI's all have it. */
export type GitHub = Pick<Octokit, 'rest' | 'request' | 'graphql' | 'paginate'>;

/** The version of GitHub's REST API that we are written for. GitHub's default moves; ours does not by itself. */
export const apiVersion = '2022-11-28';

/** An Octokit plugin that names the version with every request. */
export function nameApiVersion(octokit: { hook: { before: (name: 'request', add: (options: { headers: Record<string, unknown> }) => void) => void } }): void {
  octokit.hook.before('request', (options) => {
    options.headers['x-github-api-version'] = apiVersion;
  });
}

/** A repository in the words of GitHub's REST paths. */
export interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}

/**
 * For requests that create something. Octokit's retry plugin repeats a POST that was answered 502, which may have
 * worked; we look for what we own and converge instead.
 */
export const createOnce = { request: { retries: 0 } } as const;

/** The HTTP status that a failed request was answered with; null when there was no answer (Octokit then says 500 by itself). */
export function statusOf(error: unknown): number | null {
  return isRecord(error) && isRecord(error['response']) && typeof error['status'] === 'number' ? error['status'] : null;
}

/** A response header of a failed request, or null. */
export function headerOf(error: unknown, name: string): string | null {
  if (!isRecord(error) || !isRecord(error['response']) || !isRecord(error['response']['headers'])) return null;
  const value = error['response']['headers'][name];
  return value === undefined || value === null ? null : String(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
