import { idAt, textAt } from './read-payload.ts';

/** By what we recognise what we did ourselves. Null where it is not known: then nothing is taken for an echo. */
export interface OwnIdentity {
  readonly appId: number | null;
  /** For example `sprintgate[bot]`. */
  readonly botLogin: string | null;
}

/**
 * Whether an event only tells us what we just wrote. Seeding alone would bring back hundreds of them. A person who edits
 * our comment is no echo: the sender counts, not the author.
 */
export function isEcho(payload: unknown, own: OwnIdentity): boolean {
  if (textAt(payload, 'sender', 'type') !== 'Bot') return false;
  if (own.botLogin !== null && textAt(payload, 'sender', 'login') === own.botLogin) return true;
  return own.appId !== null && createdVia(payload) === own.appId;
}

/** The app by which the thing was created, when the event is its creation: the only one that the sender surely did. */
function createdVia(payload: unknown): number | null {
  const action = textAt(payload, 'action');
  if (action === 'created') return idAt(payload, 'comment', 'performed_via_github_app', 'id');
  if (action === 'opened') return idAt(payload, 'issue', 'performed_via_github_app', 'id');
  return null;
}
