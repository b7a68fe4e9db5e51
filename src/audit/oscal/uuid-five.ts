import { createHash } from 'node:crypto';

/** Names of ours: a UUID by chance, fixed for ever. */
const namespace = Buffer.from('5f0cb3a2e6aa4b4c9a0c6a5f7d1e2b38', 'hex');

/** A UUID of version 5 (RFC 9562): the same name gives the same one. */
export function uuidFive(name: string, space: Uint8Array = namespace): string {
  const bytes = createHash('sha1').update(space).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
