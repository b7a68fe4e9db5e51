import type { Readable } from 'node:stream';
import { fromBufferPromise, validateFileName } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import type { ArtifactLimits } from './artifact-limits.ts';
import { Refusal } from './refusal.ts';

export interface UnpackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Unpacks an archive in memory, nothing touches the disk. Throws a `Refusal` on a path that leaves the archive, a
 * symbolic link, an encrypted entry, files that share bytes, and on everything beyond the limits, counted as it comes out, not as it is declared.
 */
export async function unpackArtifact(archive: Uint8Array, limits: ArtifactLimits): Promise<UnpackedFile[]> {
  const zip = await open(archive);
  if (zip.entryCount > limits.entries) throw new Refusal('many-files', zip.entryCount, limits.entries);
  const files = new Map<string, UnpackedFile>();
  const spans: Span[] = [];
  const budget = { left: Math.min(limits.total, Math.max(1 << 20, archive.length * limits.ratio)) };
  try {
    for await (const entry of zip.eachEntry()) {
      checkEntry(entry);
      spans.push(spanOf(entry));
      if (entry.fileName.endsWith('/')) continue;
      if (files.size >= limits.entries) throw new Refusal('many-files', files.size + 1, limits.entries);
      if (files.has(entry.fileName)) throw new Refusal('same-name', shown(entry.fileName));
      files.set(entry.fileName, { path: entry.fileName, bytes: await inflate(zip, entry, { budget, file: limits.file }) });
    }
    checkSpans(spans);
  } catch (error) {
    throw asRefusal(error);
  } finally {
    zip.close();
  }
  return [...files.values()];
}

async function open(archive: Uint8Array): Promise<ZipFile> {
  try {
    const buffer = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
    return await fromBufferPromise(buffer, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true });
  } catch (error) {
    throw asRefusal(error);
  }
}

function checkEntry(entry: Entry): void {
  const invalid = validateFileName(entry.fileName);
  // The store cannot keep a NUL, and no tool writes the others.
  // oxlint-disable-next-line no-control-regex
  if (invalid || entry.fileName === '' || /[\u0000-\u001f\u007f]/.test(entry.fileName)) throw new Refusal('path', shown(entry.fileName));
  // The upper half of the attributes is the Unix mode where the archive was made on Unix.
  const type = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (type !== 0 && type !== 0o100000 && type !== 0o040000) throw new Refusal('link', shown(entry.fileName));
  if (entry.isEncrypted()) throw new Refusal('encrypted', shown(entry.fileName));
}

/** Bytes of the archive from a file's record to the end of its data. */
interface Span {
  readonly start: number;
  readonly end: number;
}

const recordBytes = 30;

function spanOf({ relativeOffsetOfLocalHeader: start, fileNameLength, compressedSize }: Entry): Span {
  return { start, end: start + recordBytes + fileNameLength + compressedSize };
}

/** Many files out of the same bytes are how an archive unpacks to more than it could hold. */
function checkSpans(spans: readonly Span[]): void {
  const inOrder = spans.toSorted((a, b) => a.start - b.start);
  if (inOrder.some(({ start }, index) => start < (inOrder[index - 1]?.end ?? 0))) throw new Refusal('archive-unreadable', 'files in it share their bytes');
}

async function inflate(zip: ZipFile, entry: Entry, limits: { budget: { left: number }; file: number }): Promise<Uint8Array> {
  if (entry.uncompressedSize > limits.file) throw new Refusal('file-large', shown(entry.fileName), entry.uncompressedSize);
  const stream = await zip.openReadStreamPromise(entry);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream as Readable & AsyncIterable<Buffer>) {
    size += piece.length;
    limits.budget.left -= piece.length;
    if (size > limits.file || limits.budget.left < 0) {
      stream.destroy();
      throw new Refusal('unpacked-large', shown(entry.fileName));
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** What the archive reader throws is about the archive: it is refused, whatever is wrong with it. */
function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal('archive-unreadable', error instanceof Error ? error.message.slice(0, 160) : String(error));
}

function shown(path: string): string {
  return JSON.stringify(path.slice(0, 120));
}
