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
  /** The operator's own playbooks by which a merge can end a sign-off, e.g. `ours@1`. */
  readonly voidingPlaybooks?: () => Promise<readonly string[]>;
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
  if ('open' in work) return openKeys(work.open.repository, options.directory);
  if ('merge' in work) return keysOfMerge(work.merge.repository, options);
  if ('head' in work) return [...(await pullsOfHead(work, options)), ...(await deploymentsOfHead(work, options))];
  const { key, priority } = work;
  if (work.fanOut === undefined || key.kind === 'install') return [{ key, priority }];
  const further =
    work.fanOut === 'installation' ? await installationKeys(key.repository, options.directory) : await openKeys(key.repository, options.directory);
  return [{ key, priority }, ...further];
}

async function keysOfMerge(repository: number, { directory, voidingPlaybooks }: ExpandOptions): Promise<PrioritisedKey[]> {
  const voids = await directory.mergesVoid(repository, (await voidingPlaybooks?.()) ?? []);
  return voids ? openKeys(repository, directory) : [];
}

async function pullsOfHead({ head, priority, among }: Extract<KeyedWork, { head: unknown }>, options: ExpandOptions): Promise<PrioritisedKey[]> {
  const known = await options.directory.openPulls(head.repository, head.sha);
  const numbers = known.length > 0 || among === 'known' ? known : await options.resolveHead(head.repository, head.sha);
  return numbers.map((number) => ({ key: { kind: 'pull', repository: head.repository, number }, priority }));
}

/** What a commit brings of evidence may let its deployment go on. */
async function deploymentsOfHead({ head, priority }: Extract<KeyedWork, { head: unknown }>, { directory }: ExpandOptions): Promise<PrioritisedKey[]> {
  const runs = await directory.waitingRuns(head.repository, head.sha);
  return runs.map((run) => ({ key: { kind: 'deploy', repository: head.repository, run }, priority }));
}

async function installationKeys(repository: number, directory: EngineDirectory): Promise<PrioritisedKey[]> {
  const installation = (await directory.repository(repository))?.installation;
  if (installation === null || installation === undefined) return [];
  const keys: PrioritisedKey[] = [];
  for (const { id } of await directory.repositories(installation)) {
    keys.push({ key: { kind: 'policy', repository: id }, priority: 'later' }, ...(await openKeys(id, directory)));
  }
  return keys;
}

/** All that waits for a verdict in a repository: its open pull requests, then its deployments. */
async function openKeys(repository: number, directory: EngineDirectory): Promise<PrioritisedKey[]> {
  const pulls = await directory.openPulls(repository);
  const runs = await directory.waitingRuns(repository);
  return [
    ...pulls.map((number): PrioritisedKey => ({ key: { kind: 'pull', repository, number }, priority: 'later' })),
    ...runs.map((run): PrioritisedKey => ({ key: { kind: 'deploy', repository, run }, priority: 'later' })),
  ];
}
