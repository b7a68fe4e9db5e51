import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';
import type { ArchiveEntry, AuditFile } from './archive-entry.ts';

/** Deflates a file, by a library in JavaScript: zlib's bytes differ from one build of Node to the next. */
export function packFile({ path, bytes }: AuditFile): ArchiveEntry {
  return { path, method: 'deflate', packed: deflateSync(bytes, { level: 6 }), crc: crc32(bytes), size: bytes.length };
}

/** Leaves a file as it is: what says how the others are packed has nothing that says so of itself. */
export function storeFile({ path, bytes }: AuditFile): ArchiveEntry {
  return { path, method: 'store', packed: bytes, crc: crc32(bytes), size: bytes.length };
}
