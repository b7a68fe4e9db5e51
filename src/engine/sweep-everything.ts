import { parseKey, type Key } from '../core/keys/key.ts';
import type { KeyedWork } from '../core/keys/keyed-work.ts';
import { announce } from '../telemetry/announce.ts';
import type { EngineLog } from './engine-log.ts';
import type { EngineDatabase, EngineStore } from './engine-store.ts';
import { jobSchema } from './job-schema.ts';
import { queues } from './queues.ts';

export interface Sweep {
  readonly store: EngineStore;
  readonly log: EngineLog;
  /** The installations that GitHub knows; those of a lost webhook are in no directory. */
  readonly installations?: () => Promise<readonly number[]>;
  readonly enqueue: (work: readonly KeyedWork[]) => Promise<void>;
}

/**
 * Enqueues every known repository with its open pull requests, every installation, and every key that was given up within
 * the last day: what a lost webhook or a long outage left behind is mended. Commands are found when the repository's policy
 * is worked, and notices that something is about to end when its register is. Also forgets old deliveries.
 */
export async function sweepEverything({ store, log, installations, enqueue }: Sweep): Promise<void> {
  const began = performance.now();
  await store.inbox.forget();
  const repositories = await store.directory.repositories();
  for (const { id } of repositories) {
    // The register last: what the others write belongs on it.
    await enqueue([
      { key: { kind: 'policy', repository: id }, priority: 'later', fanOut: 'open-pulls' },
      { key: { kind: 'register', repository: id }, priority: 'later' },
    ]);
  }
  const known = repositories.flatMap(({ installation }) => installation ?? []);
  const told = await installations?.().catch((err: unknown) => {
    log.warn({ err }, 'GitHub does not tell the installations; sweeping those that are known');
    return [];
  });
  const found = new Set([...known, ...(told ?? [])]);
  const keys: Key[] = [...[...found].map((installation): Key => ({ kind: 'install', installation })), ...(await keysGivenUp(store.db))];
  await enqueue(keys.map((key) => ({ key, priority: 'later' })));
  announce({ what: 'sweep-ended', ms: performance.now() - began, keys: repositories.length * 2 + keys.length });
}

/** They stay in the dead-letter queue for the operator to see; one that fails again is there once more. */
async function keysGivenUp(db: EngineDatabase): Promise<Key[]> {
  const sql = `select distinct data->>'key' as key from ${jobSchema}.job where name = $1 and state = 'created' and created_on > now() - interval '1 day' and data->>'key' is not null`;
  const rows = await db.query<{ key: string }>(sql, [queues.dead]);
  return rows.map(({ key }) => parseKey(key));
}
