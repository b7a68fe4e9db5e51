import { createReadStream } from 'node:fs';

/** Reads a file as a stream, as the product does. */
export async function readPieces(path: string, take: (bytes: Uint8Array) => void): Promise<void> {
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 18 })) take(piece as Uint8Array);
}
