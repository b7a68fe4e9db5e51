import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../core/errors/input-error.ts';

export const databaseOption = [
  '--database <url>',
  'postgres://… or the folder of an embedded database; DATABASE_URL if left out, else .data/sprintgate',
] as const;

export interface DatabaseOption {
  readonly database?: string;
}

/** Which database is meant: the option, else the variable, else the default of the app. */
export function databaseOf({ database }: DatabaseOption): string {
  return database ?? (process.env['DATABASE_URL']?.trim() || '.data/sprintgate');
}

/** The same, and it must be there: a folder that is read is not made. */
export function existingDatabase(options: DatabaseOption): string {
  const url = databaseOf(options);
  if (/^postgres(ql)?:\/\//.test(url) || existsSync(join(url, 'PG_VERSION'))) return url;
  throw new InputError(`${url}: there is no embedded database in this folder; name one with --database or DATABASE_URL`);
}
