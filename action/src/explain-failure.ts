import { InputError } from '../../src/core/errors/input-error.ts';
import { statusOf } from '../../src/github/client.ts';

/** Why the step could not run. What a user can mend is one sentence; anything else keeps its stack. */
export function explainFailure(error: unknown): string {
  if (error instanceof InputError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const status = statusOf(error);
  if (status === null) return error.stack ?? error.message;
  const refused = status === 401 || status === 403 || status === 404;
  const mend = ' The job needs `permissions:` with contents, actions, checks, issues and pull-requests: read.';
  return `GitHub answered ${status}: ${error.message}.${refused ? mend : ''}`;
}
