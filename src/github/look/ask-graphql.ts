import { type GitHub, statusOf } from '../client.ts';

export interface Answered<Data> {
  readonly data: Data;
  /** Where the answer is null because of an error, by the names on the way there, e.g. `repository.pullRequest`. */
  readonly failed: readonly { readonly at: string; readonly type: string | null }[];
}

/**
 * What GitHub answers to a query, as far as it does: null where it gives nothing at all, as when the query was too much for
 * it (502, 504) or GraphQL is not there. A refusal for the rate is thrown, and so is what passes.
 */
export async function askGraphql<Data>(github: GitHub, query: string, variables: Readonly<Record<string, unknown>>): Promise<Answered<Data> | null> {
  try {
    return { data: await github.graphql<Data>(query, { ...variables }), failed: [] };
  } catch (error) {
    const partial = partOf<Data>(error);
    if (partial) {
      if (partial.failed.some(({ type }) => type !== null && rateTypes.includes(type))) throw error;
      // An error that does not say where may have left out anything.
      return partial.data === null || partial.failed.some(({ at }) => at === '') ? null : { data: partial.data, failed: partial.failed };
    }
    if ([404, 502, 504].includes(statusOf(error) ?? 0)) return null;
    throw error;
  }
}

/** The documentation names the first; GitHub was seen to send the second. */
const rateTypes: readonly string[] = ['RATE_LIMITED', 'RATE_LIMIT'];

interface GraphqlError {
  readonly type?: unknown;
  readonly path?: unknown;
}

/** Octokit throws an answer that has errors, with its data beside them. */
function partOf<Data>(error: unknown): { data: Data | null; failed: Answered<Data>['failed'] } | null {
  if (!(error instanceof Error) || !('errors' in error) || !Array.isArray(error.errors) || !('data' in error)) return null;
  const failed = (error.errors as readonly GraphqlError[]).map(({ path, type }) => ({
    at: Array.isArray(path) ? path.join('.') : '',
    type: typeof type === 'string' ? type : null,
  }));
  return { data: (error.data ?? null) as Data | null, failed };
}
