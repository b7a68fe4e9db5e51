import type { ByteSink } from './decoding-sink.ts';
import { ReportProblem } from './report-problem.ts';

/** Takes whole lines: the last byte of a block, `bytes[end - 1]`, is a line feed. Valid only during the call. */
export type ReadLines = (bytes: Uint8Array, start: number, end: number) => void;

export interface LineLimits {
  /** Bytes of the longest line. */
  readonly longest: number;
  /** Lines that were read so far, to say where a line is too long. */
  readonly lines: () => number;
}

const lineFeed = 0x0a;

/** Cuts bytes that come in pieces of any size into blocks of whole lines; of a cut line at most `longest` bytes are kept. */
export function lineBlockSink(read: ReadLines, limits: LineLimits): ByteSink {
  let carried = new Uint8Array(1024);
  let length = 0;
  const carry = (bytes: Uint8Array): void => {
    const needed = length + bytes.length;
    if (needed > limits.longest) throw new ReportProblem(`a line is longer than ${limits.longest} bytes`, limits.lines() + 1);
    if (needed > carried.length) {
      const larger = new Uint8Array(needed * 2);
      larger.set(carried.subarray(0, length));
      carried = larger;
    }
    carried.set(bytes, length);
    length = needed;
  };
  const release = (): void => {
    const end = length;
    length = 0;
    read(carried, 0, end);
  };
  return {
    push(bytes) {
      let start = 0;
      if (length > 0) {
        start = bytes.indexOf(lineFeed) + 1;
        if (start === 0) return carry(bytes);
        carry(bytes.subarray(0, start));
        release();
      }
      const end = bytes.lastIndexOf(lineFeed) + 1;
      if (end > start) read(bytes, start, end);
      const rest = Math.max(start, end);
      if (rest < bytes.length) carry(bytes.subarray(rest));
    },
    end() {
      if (length === 0) return;
      carry(Uint8Array.of(lineFeed));
      release();
    },
  };
}
