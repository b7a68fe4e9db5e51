import { readdir, readFile } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '../core/errors/input-error.ts';
import { parsePlaybook, type LoadedPlaybook } from '../core/playbook/parse-playbook.ts';

const shipped = fileURLToPath(new URL('../../templates/playbooks/', import.meta.url));

/**
 * Loads a playbook: `construir@1` from those that come with Sprintgate, or a folder by its path (`./playbooks/ours`).
 * A name or version that is not there is an InputError that lists what is.
 */
export async function loadPlaybook(reference: string): Promise<LoadedPlaybook> {
  const named = /^([a-z0-9]+(?:[.-][a-z0-9]+)*)@(\d+)$/.exec(reference);
  if (named) return loadShipped(reference, { id: String(named[1]), version: Number(named[2]) });
  if (!looksLikeFolder(reference)) {
    throw new InputError(`playbook "${reference}" is neither a name with a version nor a folder; write for example ${(await listShipped()).join(' or ')}, or ./a/folder`);
  }
  return loadFolder(reference);
}

/** What can be written after `playbook:`, e.g. `construir@1`. */
export async function listShipped(): Promise<string[]> {
  const folders = await readdir(shipped, { withFileTypes: true });
  const names = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
  return Promise.all(names.map(async (name) => `${name}@${(await loadFolder(join(shipped, name))).playbook.version}`));
}

async function loadShipped(reference: string, wanted: { id: string; version: number }): Promise<LoadedPlaybook> {
  const folders = await readdir(shipped);
  const loaded = folders.includes(wanted.id) ? await loadFolder(join(shipped, wanted.id)) : null;
  if (loaded?.playbook.version === wanted.version) return loaded;
  throw new InputError(`there is no playbook "${reference}"; there is ${(await listShipped()).join(', ')}`);
}

async function loadFolder(folder: string): Promise<LoadedPlaybook> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new InputError(`playbook folder ${folder} cannot be read; name a folder that holds playbook.yml, text.es.yml and text.en.yml`, { cause });
  });
  if (!names.includes('playbook.yml')) throw new InputError(`playbook folder ${folder} has no playbook.yml`);
  const read = async (name: string) => ({ file: join(shownFolder(folder), name), text: await readFile(join(folder, name), 'utf8') });
  const texts = names.filter((name) => /^text\..+\.yml$/.test(name)).sort();
  return parsePlaybook({ structure: await read('playbook.yml'), texts: await Promise.all(texts.map(read)) });
}

/** Messages show where a shipped file lies in the project, not on this machine. */
function shownFolder(folder: string): string {
  return folder.startsWith(shipped) ? join('templates/playbooks', basename(folder)) : folder;
}

function looksLikeFolder(reference: string): boolean {
  return isAbsolute(reference) || reference.includes('/') || reference.includes('\\');
}
