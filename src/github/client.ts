import type { Octokit } from '@octokit/rest';

/** What we need of an Octokit: Probot's, the Action's and the CLI's all have it. */
export type GitHub = Pick<Octokit, 'rest' | 'request' | 'graphql' | 'paginate'>;

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

/** The HTTP status of a failed request, or null when it failed otherwise. */
export function statusOf(error: unknown): number | null {
  return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number' ? error.status : null;
}
