import { InputError } from '../../src/core/errors/input-error.ts';
import type { GitHub } from '../../src/github/client.ts';
import { tokenClient } from '../../src/github/token-client.ts';
import type { Inputs } from './read-inputs.ts';
import type { Job } from './read-job.ts';

/** GitHub by the step's token. */
export function jobClient({ token }: Pick<Inputs, 'token'>, { apiUrl }: Pick<Job, 'apiUrl'>): GitHub {
  if (token === '') throw new InputError('github-token is empty; leave it out for the job’s own token, or give one that may read the repository.');
  return tokenClient({ token, apiUrl, userAgent: 'sprintgate-action' });
}
