import type { Probot } from 'probot';
import type { KeyedWork } from '../core/keys/keyed-work.ts';
import { factsForEvent } from '../github/events/facts-for-event.ts';
import { keysForEvent } from '../github/events/keys-for-event.ts';
import type { OwnIdentity } from '../github/events/own-identity.ts';
import type { ClaimedDelivery } from '../store/inbox/claim-deliveries.ts';
import { forgetInstallation } from '../store/known/forget-installation.ts';
import { rememberRepository } from '../store/known/remember-repository.ts';
import { savePull } from '../store/known/save-pull.ts';
import type { Store } from '../store/store.ts';

/**
 * Puts one handler for every event into Probot and returns how a stored delivery is worked through it. The handler
 * decides nothing: it notes what helps to find things again, and says which keys may have changed.
 */
export function handleEvents(probot: Probot, store: Store, own: () => OwnIdentity): (delivery: ClaimedDelivery) => Promise<KeyedWork[]> {
  const collected = new Map<string, KeyedWork[]>();
  probot.onAny(async ({ id, name, payload }) => {
    await noteFacts(store, name, payload);
    collected.get(id)?.push(...keysForEvent(name, payload, own()));
  });
  return async (delivery) => {
    const work: KeyedWork[] = [];
    collected.set(delivery.id, work);
    try {
      const event = { id: delivery.id, name: delivery.event, payload: JSON.parse(delivery.body) } as Parameters<Probot['receive']>[0];
      await probot.receive(event);
      return work;
    } finally {
      collected.delete(delivery.id);
    }
  };
}

async function noteFacts(store: Store, event: string, payload: unknown): Promise<void> {
  const { repositories, pulls, removed } = factsForEvent(event, payload);
  for (const repository of repositories) await rememberRepository(store.db, repository);
  for (const pull of pulls) await savePull(store.db, pull);
  if (removed) await forgetInstallation(store.db, removed.installation, removed.repositories);
}
