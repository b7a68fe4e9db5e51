/** A place in a report's bytes; the readers of figures move it. One object serves a whole report. */
export interface ByteCursor {
  bytes: Uint8Array;
  at: number;
}

/** What `readDigits` gives where no plain number stands. */
export const noDigits = -1;

/**
 * Reads a run of at most 15 digits, which is exact, and moves the cursor behind it. `noDigits` for anything else: such a
 * number is read again, slowly, by `parseWhole` or `parseHits`. The bytes must not end within the number.
 */
export function readDigits(cursor: ByteCursor): number {
  const { bytes, at: start } = cursor;
  let at = start;
  let value = 0;
  for (let digit = (bytes[at] ?? 0) - 0x30; digit >= 0 && digit <= 9; digit = (bytes[++at] ?? 0) - 0x30) value = value * 10 + digit;
  cursor.at = at;
  return at === start || at - start > 15 ? noDigits : value;
}

/** True at a line feed, or at a carriage return and one; the cursor moves behind it. */
export function atLineEnd(cursor: ByteCursor): boolean {
  const { bytes } = cursor;
  if (bytes[cursor.at] === 0x0d) cursor.at += 1;
  return bytes[cursor.at++] === 0x0a;
}
