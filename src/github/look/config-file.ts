import type { ConfigText } from '../snapshot/config-text.ts';
import type { FileAnswer } from './look-answer.ts';
import type { Told } from './look.ts';

/** What is asked of a commit for the file at `$config`. */
export const configFileFields = 'file(path: $config) { mode object { ... on Blob { oid byteSize isBinary isTruncated text } } }';

/** Git's modes of a plain file. REST follows a symbolic link, whose own text is only an address. */
const plainFiles = [0o100644, 0o100755];

/** Only what is exactly a plain file is told; a link, and what was cut, is left to REST. */
export function toConfigFile(file: FileAnswer | null | undefined): Told<ConfigText | null> {
  if (file === undefined) return null;
  if (file === null) return { value: null };
  const { oid, text, isTruncated, isBinary, byteSize } = file.object ?? {};
  const isExact = plainFiles.includes(file.mode) && oid !== undefined && typeof text === 'string' && isTruncated === false && isBinary === false;
  return isExact && Buffer.byteLength(text) === byteSize ? { value: { text, sha: oid } } : null;
}
