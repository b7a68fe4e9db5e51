import { configPath } from '../core/policy/config-path.ts';
import { InputError } from '../core/errors/input-error.ts';
import { statusOf } from '../github/client.ts';
import type { ExitCode } from './exit-code.ts';

/** Says on stderr why a command could not run. What a user can mend is one sentence; anything else keeps its stack. */
export function reportFailure(error: unknown): ExitCode {
  if (error instanceof InputError) console.error(error.message);
  else if (isMissingFile(error)) console.error(`${error.path}: there is no such file or folder; check the path.${error.path.endsWith(configPath) ? ' `sprintgate init` writes a first one.' : ''}`);
  else if (statusOf(error) !== null) console.error(`GitHub answered ${statusOf(error)}: ${error instanceof Error ? error.message : ''}`);
  else console.error(error);
  return 2;
}

function isMissingFile(error: unknown): error is Error & { path: string } {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error;
}
