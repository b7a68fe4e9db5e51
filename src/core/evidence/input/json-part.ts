import { ReportProblem } from './report-problem.ts';

/** Gathers the bytes of one JSON string, object or list that comes in pieces. */
export interface JsonPart {
  /** Takes bytes from `from` on; returns the place behind the part's end, or the end of the bytes. */
  gather(bytes: Uint8Array, from: number): number;
  /** True from its first byte until its last one came. */
  open(): boolean;
  /** Line feeds in what was gathered so far. */
  lines(): number;
  /** Its bytes, valid until the next part begins. */
  take(): Uint8Array;
}

const [quote, backslash, lineFeed] = [0x22, 0x5c, 0x0a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
const deepest = 200;

export function jsonPart(longest: number): JsonPart {
  let store = new Uint8Array(1 << 16);
  let [length, depth, lines, quoted, escaped] = [0, 0, 0, false, false];
  const keep = (bytes: Uint8Array): void => {
    const needed = length + bytes.length;
    if (needed > longest) throw new ReportProblem(`a value is longer than ${longest} bytes`);
    if (needed > store.length) {
      const larger = new Uint8Array(needed * 2);
      larger.set(store.subarray(0, length));
      store = larger;
    }
    store.set(bytes, length);
    length = needed;
  };
  const endOf = (bytes: Uint8Array, from: number): number => {
    for (let at = from; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === lineFeed) lines += 1;
      if (escaped) escaped = false;
      else if (byte === quote) quoted = !quoted;
      else if (quoted) escaped = byte === backslash;
      else if (byte === openBrace || byte === openBracket) depth += 1;
      else if (byte === closeBrace || byte === closeBracket) depth -= 1;
      else continue;
      if (depth > deepest) throw new ReportProblem(`values are nested more than ${deepest} deep`);
      if (depth <= 0 && !quoted && !escaped) return at + 1;
    }
    return bytes.length;
  };
  return {
    gather(bytes, from) {
      const end = endOf(bytes, from);
      keep(bytes.subarray(from, end));
      return end;
    },
    open: () => quoted || depth > 0,
    lines: () => lines,
    take() {
      const whole = store.subarray(0, length);
      [length, depth, lines, quoted, escaped] = [0, 0, 0, false, false];
      return whole;
    },
  };
}
