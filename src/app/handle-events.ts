import type { Probot } from 'probot';
import type { KeyedWork } from '../core/keys/keyed-work.ts';
import { keysForEvent } from '../github/events/keys-for-event.ts';
import type { OwnIdentity } from '../github/events/own-identity.ts';
import type { ClaimedDelivery } from '../store/inbox/claim-deliveries.ts';
import { noteFacts, type NotingContext } from './directory/note-facts.ts';

/**
 * Puts one handler for every event into Probot and returns how a stored delivery is worked through it. The handler
 * decides nothing: it notes what helps to find things again, and says which keys may have changed.
 */
export function handleEvents(probot: Probot, context: NotingContext, own: () => OwnIdentity): (delivery: ClaimedDelivery) => Promise<KeyedWork[]> {
  const collected = new Map<string, KeyedWork[]>();
  probot.onAny(async ({ id, name, payload }) => {
    await noteFacts(context, name, payload);
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
