// 2^32 - 1 needs five groups of seven bits; differences of two such numbers, with a sign, need one bit more.
const longest = 5;

/** Whole numbers from 0 up as base64 of varints: seven bits a byte, low ones first, the high bit set where more follow. */
export function packNumbers(numbers: Iterable<number>): string {
  const bytes: number[] = [];
  for (const number of numbers) {
    let rest = number;
    while (rest >= 0x80) {
      bytes.push((rest % 0x80) + 0x80);
      rest = Math.floor(rest / 0x80);
    }
    bytes.push(rest);
  }
  return Buffer.from(bytes).toString('base64');
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
