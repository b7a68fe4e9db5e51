/** Put it on four bytes, read as a little-endian word, with XOR: digits become their own values. */
export const zeros = 0x30303030;

/** How many digits such a word begins with, 0 to 4, found without a branch: lengths of numbers cannot be foretold. */
export function digitsOf(word: number): number {
  // The top bit of each byte that is above 9; what carries over from such a byte only reaches bytes behind it.
  const stops = ((word + 0x76767676) | word) & -0x7f7f7f80;
  return (32 - Math.clz32(~stops & (stops - 1))) >> 3;
}

/** The number that the first 1 to 4 digits of such a word are. */
export function valueOf(word: number, digits: number): number {
  const aligned = word << (32 - 8 * digits);
  const pairs = (aligned * 10 + (aligned >>> 8)) & 0x00ff00ff;
  return (pairs & 0xff) * 100 + (pairs >>> 16);
}
