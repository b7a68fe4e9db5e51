import { InputError } from '../../core/errors/input-error.ts';
import { extendPlaybook } from '../../core/own-playbook/extend-playbook.ts';
import { isOwnReference, ownPlaybookPath } from '../../core/own-playbook/own-playbook-path.ts';
import { ownPlaybookWords } from '../../core/own-playbook/own-playbook-words.ts';
import { extendedReference, readOwnPlaybook } from '../../core/own-playbook/read-own-playbook.ts';
import type { LoadedPlaybook } from '../../core/playbook/parse-playbook.ts';
import { configPath } from '../../core/policy/config-path.ts';
import { readConfigSource } from '../../core/policy/config-source.ts';
import type { Words } from '../../core/policy/config-words.ts';
import type { NamedPlaybook } from '../../core/policy/named-playbook.ts';
import type { ConfigProblem } from '../../core/policy/policy.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import { refusalOf } from '../refusal-of.ts';
import type { ConfigText, OwnPlaybookText } from './config-text.ts';
import type { PolicySources } from './policy-sources.ts';
import { readFile } from './read-file.ts';

/** A configuration, and where the files that it names are read. */
export interface ConfigAt {
  readonly repository: RepositoryFacts;
  /** Branch or commit. */
  readonly ref: string;
  readonly config: ConfigText;
}

interface NamedLoad {
  readonly loaded: LoadedPlaybook | null;
  /** The own playbook as it was read. */
  readonly own: OwnPlaybookText | null;
  readonly problems: readonly ConfigProblem[];
}

/** Loads the playbook that a configuration names: one by its name, or the repository's own file with the one that it extends. */
export async function loadNamedPlaybook(sources: PolicySources, at: ConfigAt, named: NamedPlaybook): Promise<NamedLoad> {
  if (!isOwnReference(named.reference)) return { loaded: await sources.loadPlaybook(named.reference), own: null, problems: [] };
  const inConfig = (words: Words): NamedLoad => ({
    loaded: null,
    own: null,
    problems: [readConfigSource(configPath, at.config.text).problemAt(['playbook'], words)],
  });
  const path = ownPlaybookPath(named.reference);
  if (path === null) return inConfig(ownPlaybookWords.badPath(named.reference));
  const own = await readOwn(sources, at, { path, layer: named.layer });
  if (own === 'gone' || own === 'unreadable') return inConfig(ownPlaybookWords[own]());
  const file = named.layer === 'organisation' ? `.github:${path}` : path;
  const reference = extendedReference(own.text);
  if (reference === null) return { loaded: null, own, problems: readOwnPlaybook(file, own.text).problems };
  try {
    const base = await sources.loadPlaybook(reference);
    return { ...extendOnce(base, file, own.text), own };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { loaded: null, own, problems: [readConfigSource(file, own.text).problemAt(['extends'], ownPlaybookWords.noBase(error.message))] };
  }
}

async function readOwn(
  { github }: PolicySources,
  { repository, ref, config }: ConfigAt,
  { path, layer }: { path: string; layer: NamedPlaybook['layer'] },
): Promise<OwnPlaybookText | 'gone' | 'unreadable'> {
  if (config.playbook?.path === path) return config.playbook;
  const { owner, name } = repository;
  try {
    const file = await readFile(github, { owner, repo: layer === 'organisation' ? '.github' : name }, layer === 'organisation' ? { path } : { path, ref });
    return file ? { ...file, path } : 'gone';
  } catch (error) {
    if (refusalOf(error) !== 'forbidden') throw error;
    return 'unreadable';
  }
}

type Extended = ReturnType<typeof extendPlaybook>;

// Every look at a repository asks for the same: checking a whole playbook again takes longer than the rest of it.
const known = new WeakMap<LoadedPlaybook, Map<string, Extended>>();
const mostKnown = 50;

function extendOnce(base: LoadedPlaybook, file: string, text: string): Extended {
  const ofBase = known.get(base) ?? new Map<string, Extended>();
  known.set(base, ofBase);
  const key = `${file}\n${text}`;
  const found = ofBase.get(key) ?? extendPlaybook({ base, file, text });
  ofBase.delete(key);
  ofBase.set(key, found);
  const oldest = ofBase.keys().next();
  if (ofBase.size > mostKnown && !oldest.done) ofBase.delete(oldest.value);
  return found;
}
