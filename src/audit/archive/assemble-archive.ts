import type { ArchiveEntry } from './archive-entry.ts';

export const localSize = 30;
export const centralSize = 46;
export const endSize = 22;
export const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;

/** 1980-01-01, midnight, as ZIP writes it: archives of the same content are the same bytes. */
const dosDate = 0x21;
/** Made on Unix, by version 3.0 of the format; needs 2.0 to be read. */
const madeBy = 0x031e;
const needs = 20;
/** A plain file that everybody may read. */
const attributes = (0o100644 << 16) >>> 0;

/**
 * The one way in which entries become a ZIP archive (PKWARE APPNOTE 6.3): nothing in it is chosen, so that whoever reads an archive
 * can assemble its entries again and compare every byte. No extra fields, comments, data descriptors or ZIP64.
 */
export function assembleArchive(entries: readonly ArchiveEntry[]): Uint8Array {
  const names = entries.map(({ path }) => Buffer.from(path, 'latin1'));
  const parts: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const [index, entry] of entries.entries()) {
    const name = names[index] ?? Buffer.alloc(0);
    const local = Buffer.alloc(localSize);
    local.writeUInt32LE(signatures.local, 0);
    writeCommon(local.subarray(4), entry, name.length);
    const record = Buffer.alloc(centralSize);
    record.writeUInt32LE(signatures.central, 0);
    record.writeUInt16LE(madeBy, 4);
    writeCommon(record.subarray(6), entry, name.length);
    record.writeUInt32LE(attributes, 38);
    record.writeUInt32LE(offset, 42);
    parts.push(local, name, entry.packed);
    central.push(record, name);
    offset += localSize + name.length + entry.packed.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([...parts, directory, endOf(entries.length, directory.length, offset)]);
}

/** What local and central headers have alike, from the version that is needed on. */
function writeCommon(header: Buffer, { method, crc, size, packed }: ArchiveEntry, nameLength: number): void {
  header.writeUInt16LE(needs, 0);
  header.writeUInt16LE(method === 'deflate' ? 8 : 0, 4);
  header.writeUInt16LE(dosDate, 8);
  header.writeUInt32LE(crc, 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(size, 18);
  header.writeUInt16LE(nameLength, 22);
}

function endOf(count: number, directory: number, offset: number): Buffer {
  const end = Buffer.alloc(endSize);
  end.writeUInt32LE(signatures.end, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
