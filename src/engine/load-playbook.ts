import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '../core/errors/input-error.ts';
import { parsePlaybook, type LoadedPlaybook } from '../core/playbook/parse-playbook.ts';

export type LoadPlaybook = (reference: string) => Promise<LoadedPlaybook>;

const shipped = fileURLToPath(new URL('../../templates/playbooks/', import.meta.url));

/** Loads a playbook that comes with Sprintgate by its name and version: `construir@1`. */
export const loadPlaybook: LoadPlaybook = createPlaybookLoader([shipped]);

/** As `loadPlaybook`, with the playbooks of the operator's own folder beside those that come with Sprintgate, if there is one. */
export function playbookLoader(ownFolder: string | null): LoadPlaybook {
  return ownFolder === null ? loadPlaybook : createPlaybookLoader([shipped, ownFolder]);
}

/**
 * Loads by name, or a folder by its path (`./playbooks/ours`): only for a configuration that lies on this machine. One that
 * was read from a repository must not name what lies here.
 */
export async function loadLocalPlaybook(reference: string): Promise<LoadedPlaybook> {
  return /[/\\]/.test(reference) ? loadFolder(reference) : loadPlaybook(reference);
}

/** Playbooks that can be used, and what is wrong with the folders that cannot. */
interface Shelf {
  readonly loaded: readonly LoadedPlaybook[];
  readonly faults: readonly string[];
}

/**
 * A loader over folders of playbooks, each in a folder of its own. What was read once is kept: it does not change while we
 * run. A folder that cannot be used hides none of the others; it is read again when a playbook is missed.
 */
function createPlaybookLoader(folders: readonly string[]): LoadPlaybook {
  let reading: Promise<Shelf> | null = null;
  const forget = () => {
    reading = null;
  };
  return async (reference) => {
    reading ??= playbooksBelow(folders);
    const { loaded, faults } = await reading.catch((error: unknown) => {
      forget();
      throw error;
    });
    const found = loaded.find(({ playbook }) => `${playbook.id}@${playbook.version}` === reference);
    if (found) return found;
    if (faults.length > 0) forget();
    throw new InputError([`there is no playbook "${reference}"; write ${namesIn(loaded).join(' or ')}`, ...faults].join('; '));
  };
}

/** All playbooks in a folder that can be used. */
export async function loadFolderOfPlaybooks(folder: string): Promise<readonly LoadedPlaybook[]> {
  return (await playbooksBelow([folder])).loaded;
}

async function playbooksBelow(folders: readonly string[]): Promise<Shelf> {
  const shelves = await Promise.all(
    folders.map(async (folder): Promise<Shelf> => {
      const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
      if (entries === null) return { loaded: [], faults: ['the folder of playbooks cannot be read; name a folder with one folder for each playbook'] };
      const names = entries
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort();
      const read = await Promise.all(names.map((name) => loadFolder(join(folder, name)).catch((error: unknown) => faultOf(error, join(folder, name)))));
      return { loaded: read.filter((one) => typeof one !== 'string'), faults: read.filter((one) => typeof one === 'string') };
    }),
  );
  return { loaded: shelves.flatMap(({ loaded }) => loaded), faults: shelves.flatMap(({ faults }) => faults) };
}

/** What the repository's team may read of it: the playbook's own folder, and not where that lies on the server. */
function faultOf(error: unknown, folder: string): string {
  if (!(error instanceof InputError)) throw error;
  return `the playbook in ${basename(folder)} cannot be used: ${error.message.replaceAll(folder, basename(folder))}`;
}

function namesIn(loaded: readonly LoadedPlaybook[]): string[] {
  return loaded.map(({ playbook }) => `${playbook.id}@${playbook.version}`);
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
