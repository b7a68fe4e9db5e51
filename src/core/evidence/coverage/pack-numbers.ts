// 2^32 - 1 needs five groups of seven bits.
const longest = 5;

/** Whole numbers from 0 to 2^32 - 1 as base64 of varints: seven bits a byte, low ones first, the high bit set where more follow. */
export function packNumbers(numbers: ArrayLike<number>): string {
  const bytes = new Uint8Array(numbers.length * longest);
  let length = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    let rest = (numbers[index] ?? 0) >>> 0;
    while (rest >= 0x80) {
      bytes[length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    bytes[length++] = rest;
  }
  return Buffer.from(bytes.buffer, 0, length).toString('base64');
}

/** The numbers of `packNumbers`; null when the text is not exactly what that writes. */
export function unpackNumbers(text: string): number[] | null {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) return null;
  const numbers: number[] = [];
  let [value, scale, length] = [0, 1, 0];
  for (const byte of bytes) {
    value += (byte % 0x80) * scale;
    length += 1;
    if (byte >= 0x80) {
      if (length === longest) return null;
      scale *= 0x80;
      continue;
    }
    // A last group of 0 says nothing: two texts must not stand for one list.
    if (byte === 0 && length > 1) return null;
    numbers.push(value);
    [value, scale, length] = [0, 1, 0];
  }
  return length === 0 ? numbers : null;
}
