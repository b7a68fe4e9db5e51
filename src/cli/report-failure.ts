import { configPath } from '../core/policy/config-path.ts';
import { InputError } from '../core/errors/input-error.ts';
import { statusOf } from '../github/client.ts';
import type { ExitCode } from './exit-code.ts';

/** Says on stderr why a command could not run. What a user can mend is one sentence; anything else keeps its stack. */
export function reportFailure(error: unknown): ExitCode {
  if (error instanceof InputError) console.error(error.message);
  else if (isSystemError(error)) console.error(sayRefused(error));
  else if (statusOf(error) !== null) console.error(`GitHub answered ${statusOf(error)}${requestOf(error)}: ${error instanceof Error ? error.message : ''}`);
  else console.error(error);
  return 2;
}

/** Why the machine refused a file or an address, in one sentence. */
export function sayRefused(error: SystemError): string {
  if (error.code === 'ENOENT' && error.path !== undefined)
    return `${error.path}: there is no such file or folder; check the path.${error.path.endsWith(configPath) ? ' `sprintgate init` writes a first one.' : ''}`;
  return `${systemWords[error.code] ?? error.message}${error.path ? `: ${error.path}` : ''}`;
}

/** What the machine refused, by the code that it gives. */
const systemWords: Readonly<Record<string, string>> = {
  EISDIR: 'this is a folder; name a file',
  ENOTDIR: 'a part of this path is a file; name a folder',
  EACCES: 'there is no permission for this',
  EADDRINUSE: 'the port is in use; choose another with PORT',
  ECONNREFUSED: 'nobody answers at this address; is DATABASE_URL (or GITHUB_API_URL) right, and is the server running?',
  ENOTFOUND: 'this host is not known; is DATABASE_URL (or GITHUB_API_URL) right?',
};

type SystemError = Error & { code: string; path?: string };

export function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code);
}

/** Which request GitHub refused, e.g. ` to GET /repos/acme/scoring`. */
function requestOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('request' in error)) return '';
  const { method, url } = error.request as { method?: string; url?: string };
  return method && url && URL.canParse(url) ? ` to ${method} ${new URL(url).pathname}` : '';
}
