import type { LimitedAnswer } from './read-limits.ts';

/** An Octokit response, or the error that a refused request became, as far as it tells of limits. Null where GitHub gave no answer. */
export function readAnswer(outcome: unknown): LimitedAnswer | null {
  const response = outcome instanceof Error ? valueAt(outcome, 'response') : outcome;
  const status = valueAt(response, 'status');
  const headers = valueAt(response, 'headers');
  if (typeof status !== 'number' || typeof headers !== 'object' || headers === null) return null;
  const errors = valueAt(valueAt(response, 'data'), 'errors');
  const type = Array.isArray(errors) ? valueAt(errors[0], 'type') : undefined;
  return {
    status,
    headers: headers as LimitedAnswer['headers'],
    message: outcome instanceof Error ? outcome.message : '',
    graphqlError: typeof type === 'string' ? type : null,
  };
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
