import { InputError } from '../../src/core/errors/input-error.ts';
import { SeedingInterrupted } from '../../src/github/seeding/seeding-interrupted.ts';
import { headerOf, statusOf } from '../../src/github/client.ts';

/** Why the step could not run. What a user can mend is one sentence; anything else keeps its stack. */
export function explainFailure(error: unknown): string {
  if (error instanceof InputError) return error.message;
  if (error instanceof SeedingInterrupted)
    return `${error.message}${error.kind === 'refused' ? mend(error.cause) : ' Run it again: it goes on where it stopped.'}`;
  if (!(error instanceof Error)) return String(error);
  const status = statusOf(error);
  if (status === null) return error.stack ?? error.message;
  const refused = status === 401 || status === 403 || status === 404;
  return `GitHub answered ${status}: ${error.message}.${refused ? mend(error) : ''}`;
}

/** GitHub names what a request takes in a header; on older servers it does not. */
function mend(error: unknown): string {
  const accepted = headerOf(error, 'x-accepted-github-permissions');
  const named = accepted === null ? '' : ` This request takes ${accepted}.`;
  return `${named} The job needs \`permissions:\` with contents, actions, checks, issues and pull-requests: read; seed takes issues: write.`;
}
