import { channel } from 'node:diagnostics_channel';
import type { Happening } from './happening.ts';

/** The one channel on which the product says what happens in it: metrics, traces and the fault suite listen there. */
export const happenings = channel('sprintgate');

/** Says that something happened. Costs next to nothing where nobody listens; a listener that throws harms nobody. */
export function announce(happening: Happening): void {
  if (happenings.hasSubscribers) happenings.publish(happening);
}
