import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from '../core/errors/input-error.ts';
import { extendPlaybook } from '../core/own-playbook/extend-playbook.ts';
import { ownPlaybookPath } from '../core/own-playbook/own-playbook-path.ts';
import { ownPlaybookWords } from '../core/own-playbook/own-playbook-words.ts';
import { extendedReference, readOwnPlaybook } from '../core/own-playbook/read-own-playbook.ts';
import type { LoadedPlaybook } from '../core/playbook/parse-playbook.ts';
import { readConfigSource } from '../core/policy/config-source.ts';
import type { ConfigProblem } from '../core/policy/policy.ts';
import type { LoadPlaybook } from '../engine/load-playbook.ts';

interface NamingConfig {
  readonly file: string;
  readonly text: string;
}

/** Whether `playbook:` names a file, and not a folder of this machine. */
export function namesFile(reference: string): boolean {
  return reference.startsWith('.') && /\.ya?ml$/.test(reference);
}

/** The own playbook that a configuration of this machine names, with the one that it extends. Its path is from the root of the repository. */
export async function loadOwnPlaybook(
  config: NamingConfig,
  reference: string,
  load: LoadPlaybook,
): Promise<{ loaded: LoadedPlaybook | null; problems: readonly ConfigProblem[] }> {
  const inConfig = (words: Parameters<ReturnType<typeof readConfigSource>['problemAt']>[1]) => ({
    loaded: null,
    problems: [readConfigSource(config.file, config.text).problemAt(['playbook'], words)],
  });
  const path = ownPlaybookPath(reference);
  if (path === null) return inConfig(ownPlaybookWords.badPath(reference));
  const text = await readFile(join(rootOf(config.file), path), 'utf8').catch(() => null);
  if (text === null) return inConfig(ownPlaybookWords.gone());
  const base = extendedReference(text);
  if (base === null) return { loaded: null, problems: readOwnPlaybook(path, text).problems };
  try {
    return extendPlaybook({ base: await load(base), file: path, text });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { loaded: null, problems: [readConfigSource(path, text).problemAt(['extends'], ownPlaybookWords.noBase(error.message))] };
  }
}

/** The repository of a configuration in its `.github`; of one that lies elsewhere, such as a proposal, the folder at hand. */
function rootOf(config: string): string {
  const folder = dirname(resolve(config));
  return basename(folder) === '.github' ? dirname(folder) : process.cwd();
}
