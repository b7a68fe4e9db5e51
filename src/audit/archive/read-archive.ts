import { inflateRawSync, crc32 } from 'node:zlib';
import type { VerifyFault } from '../verify/verify-fault.ts';
import { type ArchiveEntry, byPath, isArchivePath } from './archive-entry.ts';
import { assembleArchive, centralSize, endSize, localSize, signatures } from './assemble-archive.ts';

/** What no bundle needs: a file that claims more is not opened. */
const mostBytes = 1024 ** 3;
const mostFiles = 1_000;

export type ReadArchive = { readonly entries: readonly ArchiveEntry[] } | { readonly fault: VerifyFault };

/** Reads an archive that `assembleArchive` made, and no other: its entries assembled again must be the same bytes. */
export function readArchive(bytes: Uint8Array): ReadArchive {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view);
  if (entries === null) return { fault: { file: null, what: 'no-bundle' } };
  const clashing = clashOf(entries);
  if (clashing !== null) return { fault: { file: clashing, what: 'not-canonical' } };
  const again = Buffer.from(assembleArchive(entries));
  if (!again.equals(view)) return { fault: differenceOf(again, view, entries) };
  const unsorted = entries.find((entry, index) => index > 0 && byPath(entries[index - 1] ?? entry, entry) >= 0);
  return unsorted ? { fault: { file: unsorted.path, what: 'not-canonical' } } : { entries };
}

/** A name that is another's on a machine where capitals do not count, or whose folder is a file there: unpacked, one would hide the other. */
function clashOf(entries: readonly ArchiveEntry[]): string | null {
  const names = entries.map(({ path }) => path.toLowerCase());
  const files = new Set(names);
  const hidden = names.findIndex((name, index) => names.indexOf(name) < index || foldersOf(name).some((folder) => files.has(folder)));
  return entries[hidden]?.path ?? null;
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** The content of an entry; null where it cannot be unpacked, or is not of the length and CRC that its header says. */
export function unpackEntry({ method, packed, size, crc }: ArchiveEntry): Uint8Array | null {
  const content = method === 'store' ? packed : inflated(packed, size);
  return content !== null && content.length === size && crc32(content) === crc ? content : null;
}

function inflated(packed: Uint8Array, size: number): Uint8Array | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return null;
  }
}

function readDirectory(view: Buffer): ArchiveEntry[] | null {
  const end = view.length - endSize;
  if (end < 0 || view.readUInt32LE(end) !== signatures.end) return null;
  const count = view.readUInt16LE(end + 10);
  if (count > mostFiles) return null;
  const entries: ArchiveEntry[] = [];
  let [total, packed] = [0, 0];
  for (let at = view.readUInt32LE(end + 16); entries.length < count;) {
    const entry = at + centralSize > end ? null : readEntry(view, at);
    total += entry?.size ?? 0;
    packed += entry?.packed.length ?? 0;
    // Entries that share bytes are none of ours, and would be put together many times over.
    if (entry === null || total > mostBytes || packed > view.length) return null;
    entries.push(entry);
    at += centralSize + entry.path.length;
  }
  return entries;
}

function readEntry(view: Buffer, at: number): ArchiveEntry | null {
  if (view.readUInt32LE(at) !== signatures.central) return null;
  const method = { 0: 'store', 8: 'deflate' }[view.readUInt16LE(at + 10)] as ArchiveEntry['method'] | undefined;
  const path = view.toString('latin1', at + centralSize, at + centralSize + view.readUInt16LE(at + 28));
  const begin = view.readUInt32LE(at + 42) + localSize + path.length;
  const length = view.readUInt32LE(at + 20);
  if (method === undefined || !isArchivePath(path) || begin + length > view.length) return null;
  return { path, method, packed: view.subarray(begin, begin + length), crc: view.readUInt32LE(at + 16), size: view.readUInt32LE(at + 24) };
}

/** Where the first byte stands that is not as it would have been written, and in whose part of the archive. */
function differenceOf(again: Buffer, view: Buffer, entries: readonly ArchiveEntry[]): VerifyFault {
  const shorter = Math.min(again.length, view.length);
  let at = 0;
  while (at < shorter && again[at] === view[at]) at += 1;
  let end = 0;
  const file = entries.find(({ path, packed }) => at < (end += localSize + path.length + packed.length))?.path ?? null;
  const byte = (of: Buffer) => (at < of.length ? `0x${of.toString('hex', at, at + 1)}` : 'nothing');
  return { file, what: 'not-canonical', expected: `${byte(again)} at byte ${at}`, seen: byte(view) };
}
