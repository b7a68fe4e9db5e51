import { mkdir, readdir, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../core/errors/input-error.ts';
import { ownFolder } from '../../store/own-folder/own-folder.ts';

/**
 * Empties the folder of an embedded database that an earlier rehearsal left. Refuses a folder with anything else in it,
 * which is somebody's work, and one that another process has open.
 */
export async function emptyDatabase(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = await realpath(folder);
  const entries = await readdir(path);
  if (entries.length > 0 && !entries.includes('PG_VERSION'))
    throw new InputError(`--data ${folder} holds other files and would be emptied; name a new folder, for example --data .data/rehearsal`);
  const unlock = await ownFolder(path);
  await Promise.all(entries.map((entry) => rm(join(path, entry), { recursive: true, force: true })));
  await unlock();
}
