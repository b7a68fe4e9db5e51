import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { EngineLog } from '../../engine/engine-log.ts';
import { InboxBusyError } from '../../store/inbox/inbox-busy-error.ts';
import { announce } from '../../telemetry/announce.ts';
import { noteRefusals, type RefusedWhy } from './note-refusals.ts';
import { type BodyRoom, readBody } from './read-body.ts';
import { secretKey, signatureFits } from './signature-fits.ts';

export const deliveryPath = '/api/github/webhooks';

// GitHub does not deliver anything larger, and waits 10 s for the answer.
const largestBody = 25 * 1024 * 1024;
const mostBodies = 256 * 1024 * 1024;
const patience = 9_000;

export interface TakenDelivery {
  readonly id: string;
  readonly event: string;
  readonly body: Uint8Array;
}

export interface IntakeOptions {
  readonly secret: string;
  readonly log: EngineLog;
  /** Keeps a delivery for good; false when it was known. */
  readonly accept: (delivery: TakenDelivery) => Promise<boolean>;
  /** Bytes of bodies that may be in memory at once; 256 MB if not given. */
  readonly room?: number;
  /** Milliseconds until a request is answered in any case; 9 s if not given. */
  readonly patience?: number;
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly refused?: RefusedWhy;
}

const refusals = {
  method: { status: 405, text: 'GitHub posts its webhooks here' },
  type: { status: 415, text: 'set the content type of the webhook to application/json', refused: 'content-type' },
  headers: { status: 400, text: 'the headers X-GitHub-Delivery and X-GitHub-Event are missing', refused: 'headers' },
  'too-large': { status: 413, text: 'larger than 25 MB, the most that GitHub delivers', refused: 'too-large' },
  'cut-off': { status: 400, text: 'the body was cut off', refused: 'body' },
  signature: { status: 401, text: 'the signature does not fit', refused: 'signature' },
  body: { status: 400, text: 'the body is no text in UTF-8', refused: 'body' },
  busy: { status: 503, text: 'not stored: busy; send it again', refused: 'storage' },
  late: { status: 503, text: 'not stored in time; send it again', refused: 'storage' },
} as const satisfies Record<string, Answer>;

/**
 * Takes webhooks: answers 202 once a verified delivery is stored, before it is parsed and before any work, and within 10 s in
 * any case; 503 when it cannot be stored now, which GitHub counts as failed. On Node's own request and response: the
 * detour by `Request` and `Response` costs more than everything that is done here.
 */
export function takeDeliveries(options: IntakeOptions): RequestListener {
  const key = secretKey(options.secret);
  const room: BodyRoom = { largest: largestBody, most: options.room ?? mostBodies, held: 0 };
  const note = noteRefusals(options.log);

  async function take(request: IncomingMessage): Promise<Answer> {
    if (request.method !== 'POST') return refusals.method;
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return refusals.type;
    const { id, event } = namesOf(request);
    if (id === null || event === null) return refusals.headers;
    const body = await readBody(request, room);
    if (typeof body === 'string') return body === 'no-room' ? refusals.busy : refusals[body];
    try {
      const signature = request.headers['x-hub-signature-256'];
      if (body.length === 0 || typeof signature !== 'string' || !signatureFits(key, body, signature)) return refusals.signature;
      // The database keeps it as text that is read again; a byte 0 has no place in one, nor in JSON.
      if (!isUtf8(body) || body.includes(0)) return refusals.body;
      return await store({ id, event, body }, options);
    } finally {
      room.held -= body.length;
    }
  }

  return (request, response) => {
    const timer = setTimeout(() => {
      finish(refusals.late);
      // What is still being sent is not waited for.
      if (!request.complete) response.once('finish', () => request.destroy());
    }, options.patience ?? patience);
    function finish(answer: Answer): void {
      clearTimeout(timer);
      if (response.headersSent || response.destroyed) return;
      if (answer.refused !== undefined) note({ why: answer.refused, message: answer.text, facts: { status: answer.status, ...factsOf(request) } });
      send(response, answer);
    }
    take(request).then(finish, (err: unknown) => {
      options.log.error({ err }, 'webhook failed');
      finish(refusals.busy);
    });
  };
}

async function store(delivery: TakenDelivery, { accept, log }: IntakeOptions): Promise<Answer> {
  const facts = { delivery: delivery.id, event: delivery.event };
  try {
    const fresh = await accept(delivery);
    announce({ what: 'delivery-stored', ...facts, fresh, bytes: delivery.body.length });
    log.debug({ ...facts, fresh }, 'webhook stored');
    return { status: 202, text: fresh ? 'stored' : 'known already' };
  } catch (err) {
    if (!(err instanceof InboxBusyError)) log.error({ ...facts, err }, 'webhook could not be stored');
    return refusals.busy;
  }
}

function namesOf(request: IncomingMessage): { readonly id: string | null; readonly event: string | null } {
  const id = request.headers['x-github-delivery'];
  const event = request.headers['x-github-event'];
  return {
    id: typeof id === 'string' && /^[\w-]{1,100}$/.test(id) ? id : null,
    event: typeof event === 'string' && /^[a-z0-9_]{1,100}$/.test(event) ? event : null,
  };
}

/** What may stand in a log: names that look like GitHub's, nothing else that a stranger wrote. */
function factsOf(request: IncomingMessage): object {
  const { id, event } = namesOf(request);
  return { ...(id === null ? {} : { delivery: id }), ...(event === null ? {} : { event }) };
}

function send(response: ServerResponse, { status, text }: Answer): void {
  const more = status === 503 ? { 'retry-after': '10' } : {};
  response.writeHead(status, { 'content-type': 'text/plain; charset=UTF-8', 'content-length': Buffer.byteLength(text), ...more });
  response.end(text);
}
