import type { ByteSink } from './decoding-sink.ts';
import { lineBlockSink } from './line-block-sink.ts';

// The longest genuine lines are JSON records with a whole log in them.
const longestLine = 8 << 20;

/** Cuts UTF-8 into lines (LF or CRLF, which is cut off) and hands each with its number, counted from 1. */
export function lineSink(read: (line: string, number: number) => void): ByteSink {
  // The report's own byte order mark is gone by now; one inside belongs to its line.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let number = 0;
  return lineBlockSink(
    (bytes, start, end) => {
      // Whole lines decode by themselves: no character of UTF-8 has a line feed in it.
      for (const line of decoder.decode(bytes.subarray(start, end - 1)).split('\n')) read(line.endsWith('\r') ? line.slice(0, -1) : line, ++number);
    },
    { longest: longestLine, lines: () => number },
  );
}
