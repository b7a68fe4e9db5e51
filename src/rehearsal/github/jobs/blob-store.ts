import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { World } from '../records/world.ts';

interface Blob {
  readonly blocks: Map<string, Uint8Array>;
  /** Null until the list of blocks was committed. */
  content: Uint8Array | null;
}

/** Storage behind signed addresses, with as much of Azure's block blobs as uploads use. */
export interface BlobStore {
  /** A new blob's id, and the address that takes its content without a token. */
  readonly open: () => { readonly id: string; readonly url: string };
  readonly contentOf: (id: string) => Uint8Array | null;
  readonly put: (context: Context, id: string) => Promise<Response>;
}

const secret = randomBytes(16);
// GitHub's addresses for uploads live an hour.
const life = 3_600_000;

function sign(id: string, expires: string): string {
  return createHmac('sha256', secret).update(`${id}.${expires}`).digest('base64url');
}

function answer(status: number, code?: string): Response {
  const headers = { 'x-ms-request-id': randomUUID(), 'x-ms-version': '2025-11-05', etag: '"0x1"', 'last-modified': new Date(0).toUTCString() };
  const body = code === undefined ? null : `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  return new Response(body, { status, headers: { ...headers, ...(code === undefined ? {} : { 'x-ms-error-code': code, 'content-type': 'application/xml' }) } });
}

function listedBlocks(xml: string): string[] {
  return [...xml.matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]+)</g)].flatMap(([, id]) => id ?? []);
}

/** Puts the listed blocks together; null when one was never sent. */
function join(blob: Blob, xml: string): Uint8Array | null {
  const blocks = listedBlocks(xml).map((id) => blob.blocks.get(id));
  return blocks.some((block) => block === undefined) ? null : Buffer.concat(blocks.flatMap((block) => block ?? []));
}

async function store(context: Context, blob: Blob): Promise<Response> {
  const bytes = new Uint8Array(await context.req.arrayBuffer());
  const { comp, blockid = '' } = context.req.query();
  if (comp === 'block') {
    blob.blocks.set(blockid, bytes);
    return answer(201);
  }
  if (comp !== undefined && comp !== 'blocklist') return answer(400, 'InvalidQueryParameterValue');
  const content = comp === 'blocklist' ? join(blob, new TextDecoder().decode(bytes)) : bytes;
  if (content === null) return answer(400, 'InvalidBlockList');
  blob.content = content;
  return answer(201);
}

export function createBlobStore(world: World): BlobStore {
  const blobs = new Map<string, Blob>();
  return {
    open() {
      const id = randomUUID();
      blobs.set(id, { blocks: new Map(), content: null });
      const expires = String(Date.parse(world.now()) + life);
      return { id, url: `${world.urls.api}/_blobs/${id}?se=${expires}&sig=${sign(id, expires)}` };
    },
    contentOf: (id) => blobs.get(id)?.content ?? null,
    async put(context, id) {
      const { se = '', sig = '' } = context.req.query();
      if (sign(id, se) !== sig || Date.parse(world.now()) > Number(se)) return answer(403, 'AuthenticationFailed');
      const blob = blobs.get(id);
      return blob === undefined ? answer(404, 'BlobNotFound') : store(context, blob);
    },
  };
}
