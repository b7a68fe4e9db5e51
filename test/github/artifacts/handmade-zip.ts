import { crc32 } from 'node:zlib';

/** A file in an archive, stored as it is, with what its records say of it. */
export interface HandmadeEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Unpacked bytes that the records declare. */
  readonly declared?: number;
  readonly mode?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Place of its local record; another file's makes both share their bytes. */
  readonly at?: number;
}

export interface HandmadeEnd {
  readonly entries?: number;
  readonly directoryAt?: number;
  readonly commentLength?: number;
  readonly zip64?: { readonly entries: bigint; readonly directoryAt: bigint };
}

/** An archive written by hand, so that its records can lie. */
export function handmadeZip(entries: readonly HandmadeEntry[], end: HandmadeEnd = {}): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const path = Buffer.from(entry.path);
    directory.push(record(entry, { signature: 0x02014b50, at: entry.at ?? at }), path);
    const local = Buffer.concat([record(entry, { signature: 0x04034b50, at: 0 }), path, entry.bytes]);
    parts.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...parts, listed, endOf({ count: entries.length, size: listed.length, at }, end)]);
}

function record(entry: HandmadeEntry, { signature, at }: { signature: number; at: number }): Buffer {
  const central = signature === 0x02014b50;
  const bytes = Buffer.alloc(central ? 46 : 30);
  bytes.writeUInt32LE(signature, 0);
  // Made by Unix, which gives the upper half of the attributes its meaning.
  if (central) bytes.writeUInt16LE(0x031e, 4);
  const shift = central ? 2 : 0;
  bytes.writeUInt16LE(20, 4 + shift);
  bytes.writeUInt16LE(entry.flags ?? 0, 6 + shift);
  bytes.writeUInt16LE(entry.method ?? 0, 8 + shift);
  bytes.writeUInt32LE(crc32(entry.bytes), 14 + shift);
  bytes.writeUInt32LE(entry.bytes.length, 18 + shift);
  bytes.writeUInt32LE(entry.declared ?? entry.bytes.length, 22 + shift);
  bytes.writeUInt16LE(Buffer.byteLength(entry.path), 26 + shift);
  if (!central) return bytes;
  bytes.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
  bytes.writeUInt32LE(at, 42);
  return bytes;
}

function endOf(real: { count: number; size: number; at: number }, end: HandmadeEnd): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  const entries = end.zip64 ? 0xffff : (end.entries ?? real.count);
  bytes.writeUInt16LE(entries, 8);
  bytes.writeUInt16LE(entries, 10);
  bytes.writeUInt32LE(real.size, 12);
  bytes.writeUInt32LE(end.zip64 ? 0xffffffff : (end.directoryAt ?? real.at), 16);
  bytes.writeUInt16LE(end.commentLength ?? 0, 20);
  return end.zip64 ? Buffer.concat([zip64Records(real, end.zip64), bytes]) : bytes;
}

function zip64Records(real: { size: number; at: number }, { entries, directoryAt }: { entries: bigint; directoryAt: bigint }): Buffer {
  const record64 = Buffer.alloc(56);
  record64.writeUInt32LE(0x06064b50, 0);
  record64.writeBigUInt64LE(44n, 4);
  record64.writeBigUInt64LE(entries, 24);
  record64.writeBigUInt64LE(entries, 32);
  record64.writeBigUInt64LE(BigInt(real.size), 40);
  record64.writeBigUInt64LE(directoryAt, 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(real.at + real.size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record64, locator]);
}
