import type { ByteSink } from './decoding-sink.ts';

const replacement = 0x3f;

/**
 * Replaces the control characters that XML forbids by question marks, all but NUL, and tells the first of them. Writers of
 * test results put terminal colours into titles and output as they are (jest-junit, node:test); what they count is sound.
 */
export function controlFilter(next: ByteSink, noticed: () => void): ByteSink {
  let told = false;
  return {
    push(bytes) {
      const first = bytes.findIndex(isForbidden);
      if (first < 0) return next.push(bytes);
      if (!told) noticed();
      told = true;
      next.push(bytes.map((byte) => (isForbidden(byte) ? replacement : byte)));
    },
    end: () => next.end(),
  };
}

/** In UTF-8 these bytes stand for nothing but themselves. Tab, line feed and carriage return are allowed. */
function isForbidden(byte: number): boolean {
  return byte < 0x20 && byte > 0 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d;
}
