import { InputError } from '../core/errors/input-error.ts';
import type { GitHub, RepositoryName } from '../github/client.ts';
import { tokenClient } from '../github/token-client.ts';

/** A client for the operator's own token, from GITHUB_TOKEN and GITHUB_API_URL as in GitHub Actions. */
export function githubClient(environment: NodeJS.ProcessEnv): GitHub {
  const token = environment['GITHUB_TOKEN'];
  if (!token) throw new InputError('GITHUB_TOKEN is not set; give a token that may read the repository (and write issues, to seed).');
  return tokenClient({ token, apiUrl: environment['GITHUB_API_URL'] || 'https://api.github.com', userAgent: 'sprintgate-cli' });
}

/** Reads `owner/name`. */
export function repositoryName(text: string): RepositoryName {
  const match = /^([\w.-]+)\/([\w.-]+)$/.exec(text);
  if (!match?.[1] || !match[2]) throw new InputError(`"${text}" is not a repository; write owner/name.`);
  return { owner: match[1], repo: match[2] };
}
