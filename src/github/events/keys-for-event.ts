import type { KeyedWork } from '../../core/keys/keyed-work.ts';
import { eventTable, type EventRow } from './event-table.ts';
import { isEcho, type OwnIdentity } from './own-identity.ts';
import { textAt } from './read-payload.ts';

const nobody: OwnIdentity = { appId: null, botLogin: null };
const rows: Readonly<Record<string, EventRow>> = eventTable;

/**
 * Which work an event stands for. Only ids are read from the payload, and nothing is decided: the world is read again
 * when the key is worked. An unknown event, a payload that lacks its ids, and our own echo give no work.
 */
export function keysForEvent(event: string, payload: unknown, own: OwnIdentity = nobody): KeyedWork[] {
  const row = Object.hasOwn(rows, event) ? rows[event] : undefined;
  if (!row) return [];
  const action = textAt(payload, 'action') ?? '*';
  if (!row.actions.includes(action) || isEcho(payload, own)) return [];
  return row.work(payload, own);
}
