import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { InputError } from '../../core/errors/input-error.ts';
import { lineChain, type CarriedLine } from './line-chain.ts';

/**
 * Writes lines to a new file, packed, that only its owner may read: it holds what people wrote. The file has its name only
 * once it is whole and on disk. Returns the digest of all lines. Throws an InputError when there is such a file.
 */
export async function writeCarryFile(path: string, work: (write: (line: CarriedLine) => Promise<void>) => Promise<void>): Promise<string> {
  await refuseExisting(path);
  const draft = `${path}.part`;
  const chain = lineChain();
  const gzip = createGzip();
  const written = pipeline(gzip, createWriteStream(draft, { mode: 0o600, flush: true }));
  // It is awaited below; until then its failure shows itself in `write`.
  written.catch(() => undefined);
  try {
    await work(async (line) => {
      if (gzip.destroyed) return written;
      if (!gzip.write(`${chain.seal(line)}\n`)) await Promise.race([once(gzip, 'drain'), written]);
    });
    gzip.end();
    await written;
    await rename(draft, path);
  } catch (error) {
    gzip.destroy();
    await written.catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
  return chain.digest();
}

/** The lines of an export, one after the other. */
export async function* readCarryFile(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const gunzip = createGunzip();
  file.on('error', (error) => gunzip.destroy(error));
  let broken: Error | null = null;
  gunzip.on('error', (error) => {
    broken = error;
  });
  const lines = createInterface({ input: file.pipe(gunzip), crlfDelay: Number.POSITIVE_INFINITY });
  gunzip.on('error', () => lines.close());
  yield* lines;
  if (broken) throw broken;
}

async function refuseExisting(path: string): Promise<void> {
  const there = await open(path, 'r').then(
    (file) => file.close().then(() => true),
    () => false,
  );
  if (there) throw new InputError(`${path}: there is such a file already; name another, or remove it`);
}
