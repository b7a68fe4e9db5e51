import { eventTable } from '../../github/events/event-table.ts';

const gates = new Set(['coverage', 'checkpoint', 'quality', 'readiness', 'policy']);
const resources = new Set(['core', 'graphql', 'search', 'content', 'content-minute', 'content-hour', 'secondary', 'concurrency']);

/** An event as a label: one of those that we work, or `other`. Who sends webhooks must not choose how many series there are. */
export function eventLabel(event: string): string {
  return Object.hasOwn(eventTable, event) ? event : 'other';
}

/** A gate as a label; those of an operator's own playbook are `other`. */
export function gateLabel(gate: string): string {
  return gates.has(gate) ? gate : 'other';
}

/** One of GitHub's limits as a label. */
export function resourceLabel(resource: string): string {
  return resources.has(resource) ? resource : 'other';
}

/** The kind of a printed key: `9412/pull/12` is `pull`. */
export function kindLabel(key: string): string {
  return /^\d+\/([a-z]+)(?:\/|$)/.exec(key)?.[1] ?? 'other';
}
