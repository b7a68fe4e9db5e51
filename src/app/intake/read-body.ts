import type { IncomingMessage } from 'node:http';

/** How many bytes of bodies may be in memory at once, of all requests together. */
export interface BodyRoom {
  readonly largest: number;
  readonly most: number;
  held: number;
}

export type ReadBody = Buffer | 'too-large' | 'no-room' | 'cut-off';

/** Reads a body whole, unless it is too large or there is no room for it now. The room is the caller's to give back. */
export function readBody(request: IncomingMessage, room: BodyRoom): Promise<ReadBody> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > room.largest) return Promise.resolve('too-large');
  if (room.held + announced > room.most) return Promise.resolve('no-room');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let over = false;
    function end(result: ReadBody): void {
      if (over) return;
      over = true;
      request.off('data', take);
      if (typeof result === 'string') {
        room.held -= bytes;
        // What still comes is thrown away, so that the sender can read the answer.
        request.resume();
      }
      resolve(result);
    }
    function take(chunk: Buffer): void {
      bytes += chunk.length;
      room.held += chunk.length;
      chunks.push(chunk);
      if (bytes > room.largest) end('too-large');
      else if (room.held > room.most) end('no-room');
    }
    request.on('data', take);
    request.once('end', () => end(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, bytes)));
    request.once('error', () => end('cut-off'));
    request.once('close', () => end('cut-off'));
  });
}
