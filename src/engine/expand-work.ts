import { formatKey, type Key } from '../core/keys/key.ts';
import type { KeyedWork, Priority } from '../core/keys/keyed-work.ts';
import type { EngineDirectory } from './engine-store.ts';

export interface PrioritisedKey {
  readonly key: Key;
  readonly priority: Priority;
}

/** Asks GitHub for the open pull requests with a head commit, for when our own index knows none. */
export type ResolveHead = (repository: number, sha: string) => Promise<readonly number[]>;

export interface ExpandOptions {
  readonly directory: EngineDirectory;
  readonly resolveHead: ResolveHead;
}

/** All keys that some work stands for, each once, at its highest priority. Fan-out is `later`, recently active pull requests first. */
export async function expandWork(work: readonly KeyedWork[], options: ExpandOptions): Promise<PrioritisedKey[]> {
  const found = new Map<string, PrioritisedKey>();
  for (const one of work) {
    for (const keyed of await expandOne(one, options)) {
      const text = formatKey(keyed.key);
      if (found.get(text)?.priority !== 'now') found.set(text, keyed);
    }
  }
  return [...found.values()];
}

async function expandOne(work: KeyedWork, options: ExpandOptions): Promise<PrioritisedKey[]> {
  if ('head' in work) return pullsOfHead(work, options);
  const { key, priority } = work;
  if (work.fanOut === undefined || key.kind === 'install') return [{ key, priority }];
  const further =
    work.fanOut === 'installation' ? await installationKeys(key.repository, options.directory) : await openPulls(key.repository, options.directory);
  return [{ key, priority }, ...further];
}

async function pullsOfHead({ head, priority }: Extract<KeyedWork, { head: unknown }>, options: ExpandOptions): Promise<PrioritisedKey[]> {
  const known = await options.directory.openPulls(head.repository, head.sha);
  const numbers = known.length > 0 ? known : await options.resolveHead(head.repository, head.sha);
  return numbers.map((number) => ({ key: { kind: 'pull', repository: head.repository, number }, priority }));
}

async function installationKeys(repository: number, directory: EngineDirectory): Promise<PrioritisedKey[]> {
  const installation = (await directory.repository(repository))?.installation;
  if (installation === null || installation === undefined) return [];
  const keys: PrioritisedKey[] = [];
  for (const { id } of await directory.repositories(installation)) {
    keys.push({ key: { kind: 'policy', repository: id }, priority: 'later' }, ...(await openPulls(id, directory)));
  }
  return keys;
}

async function openPulls(repository: number, directory: EngineDirectory): Promise<PrioritisedKey[]> {
  const numbers = await directory.openPulls(repository);
  return numbers.map((number) => ({ key: { kind: 'pull', repository, number }, priority: 'later' }));
}
