import type { Deliveries, Delivery } from './deliveries.ts';

/** What a test may do to webhooks that the network would do anyway: late, twice, in another order, never. */
export interface WebhookControls {
  readonly deliveries: readonly Delivery[];
  /** Keeps deliveries back from now on. */
  readonly hold: () => void;
  /** Sends what was held, in the order given (as it came by default), and lets later ones through. */
  readonly release: (order?: (held: readonly Delivery[]) => readonly Delivery[]) => void;
  /** Throws away what was held: webhooks that were lost. */
  readonly drop: () => void;
  /** Sends one again with the same guid, as pressing "Redeliver" does. */
  readonly redeliver: (delivery: Delivery) => void;
  /** Sends the same delivery twice at once. */
  readonly duplicate: (delivery: Delivery) => void;
  /** From now on each delivery is given to a carrier, which `send`s it late, twice, in another order or never. */
  readonly carryBy: (carrier: (delivery: Delivery, send: () => void) => void) => void;
  /** Forgets what there was: it can neither be listed nor sent again. */
  readonly forget: () => void;
  readonly ofEvent: (event: string, action?: string) => readonly Delivery[];
}

export function createWebhookControls(deliveries: Deliveries): WebhookControls {
  return {
    deliveries: deliveries.all,
    hold: () => {
      deliveries.holding = true;
    },
    release: (order = (held) => held) => {
      const waiting = deliveries.held.splice(0);
      deliveries.holding = false;
      for (const delivery of order(waiting)) deliveries.send(delivery);
    },
    drop: () => {
      deliveries.held.splice(0);
      deliveries.holding = false;
    },
    redeliver: (delivery) => {
      deliveries.redeliver(delivery.id);
    },
    duplicate: (delivery) => {
      deliveries.send(delivery);
      deliveries.send(delivery);
    },
    carryBy: (carrier) => {
      deliveries.carrier = (delivery) => carrier(delivery, () => deliveries.send(delivery));
    },
    forget: () => {
      deliveries.all.splice(0);
    },
    ofEvent: (event, action) => deliveries.all.filter((delivery) => delivery.event === event && (action === undefined || delivery.action === action)),
  };
}
