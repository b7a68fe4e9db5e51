import type { KeyedWork } from '../core/keys/keyed-work.ts';
import type { EngineStore } from './engine-store.ts';

// GitHub redelivers for 3 days, GitHub Enterprise Server for 7.
const keepDeliveriesDays = 14;

/** Enqueues every known repository with its open pull requests: what a lost webhook left behind is mended. Also forgets old deliveries. */
export async function sweepEverything(store: EngineStore, enqueue: (work: readonly KeyedWork[]) => Promise<void>): Promise<void> {
  await store.inbox.forget(keepDeliveriesDays);
  for (const { id } of await store.directory.repositories()) {
    await enqueue([{ key: { kind: 'policy', repository: id }, priority: 'later', fanOut: 'open-pulls' }]);
  }
}
