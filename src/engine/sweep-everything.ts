import { parseKey, type Key } from '../core/keys/key.ts';
import type { KeyedWork } from '../core/keys/keyed-work.ts';
import { announce } from '../telemetry/announce.ts';
import { listDeadLetters } from './dead-letters/list-dead-letters.ts';
import type { EngineLog } from './engine-log.ts';
import type { EngineStore } from './engine-store.ts';

const day = 86_400_000;
const pageSize = 100;

export interface Sweep {
  readonly store: EngineStore;
  readonly log: EngineLog;
  /** The installations that GitHub knows; those of a lost webhook are in no directory. */
  readonly installations?: () => Promise<readonly number[]>;
  /** Has GitHub send again what it could not deliver. */
  readonly redeliver?: () => Promise<unknown>;
  /** Lets go of what is old. */
  readonly retain?: () => Promise<unknown>;
  readonly enqueue: (work: readonly KeyedWork[]) => Promise<void>;
}

/** How far a sweep has come; all of it stands in the queue, so that another process can go on with it. */
export interface SweepProgress {
  /** How many repositories were swept. */
  readonly offset: number;
  readonly keys: number;
  /** Milliseconds since 1970 when it began. */
  readonly begun: number;
}

export interface SweptPage {
  /** Null: it has come to its end. */
  readonly next: SweepProgress | null;
  readonly pages: number;
}

/** Sweeps everything at once. */
export async function sweepEverything(sweep: Sweep): Promise<void> {
  for (let at: SweepProgress | null = null; ;) {
    at = (await sweepPage(sweep, at)).next;
    if (at === null) return;
  }
}

/**
 * Enqueues a page of the known repositories with their open pull requests, recently active ones first; along with the first
 * page has GitHub send again what it could not deliver, and with the last enqueues every installation and every key that was
 * given up within the last day: what a lost webhook or a long outage left behind is mended. Commands are found when the
 * repository's policy is worked, and notices that something is about to end when its register is. Repositories that change
 * places meanwhile because something happens there may be missed: something happens there. Also lets go of what is old.
 */
export async function sweepPage(sweep: Sweep, progress: SweepProgress | null): Promise<SweptPage> {
  const { store, enqueue } = sweep;
  const at = progress ?? { offset: 0, keys: 0, begun: Date.now() };
  if (progress === null) await begin(sweep);
  const { repositories, total } = await store.directory.activeRepositories({ offset: at.offset, limit: pageSize });
  for (const { id } of repositories) {
    // The register last: what the others write belongs on it.
    await enqueue([
      { key: { kind: 'policy', repository: id }, priority: 'later', fanOut: 'open-pulls' },
      { key: { kind: 'register', repository: id }, priority: 'later' },
    ]);
  }
  const offset = at.offset + repositories.length;
  const keys = at.keys + 2 * repositories.length;
  const pages = Math.ceil(total / pageSize);
  if (repositories.length > 0 && offset < total) return { next: { offset, keys, begun: at.begun }, pages };
  const last = await endKeys(sweep);
  await enqueue(last.map((key) => ({ key, priority: 'later' })));
  announce({ what: 'sweep-ended', ms: Math.max(0, Date.now() - at.begun), keys: keys + last.length });
  return { next: null, pages };
}

async function begin({ store, redeliver, retain, log }: Sweep): Promise<void> {
  await store.inbox.forget();
  await redeliver?.().catch((err: unknown) => log.warn({ err }, 'GitHub does not tell what it could not deliver; the sweep goes on without'));
  await retain?.().catch((err: unknown) => log.error({ err }, 'what is old could not all be let go of; the next sweep tries again'));
}

async function endKeys({ store, installations, log }: Sweep): Promise<Key[]> {
  const known = (await store.directory.repositories()).flatMap(({ installation }) => installation ?? []);
  const told = await installations?.().catch((err: unknown) => {
    log.warn({ err }, 'GitHub does not tell the installations; sweeping those that are known');
    return [];
  });
  const found = new Set([...known, ...(told ?? [])]);
  // They stay in the list until a look succeeds; one that fails for good again is there once more.
  const recently = (await listDeadLetters(store.db)).filter(({ at }) => Date.parse(at) > Date.now() - day);
  const givenUp = [...new Set(recently.map(({ key }) => key))].flatMap((key) => keyOf(key, log));
  return [...[...found].map((installation): Key => ({ kind: 'install', installation })), ...givenUp];
}

/** A newer version may have given up keys that this one does not know: they stay in the list. */
function keyOf(text: string, log: EngineLog): Key[] {
  try {
    return [parseKey(text)];
  } catch (err) {
    log.warn({ key: text, err }, 'a key that was given up is none of this version; it stays in the list');
    return [];
  }
}
