import type { ByteSink } from '../../input/decoding-sink.ts';

const lineFeed = 0x0a;

/** Hands bytes on, and tells at the end of a report of lines whose last one is not ended: it may be cut, and nothing else shows it. */
export function finalNewline(sink: ByteSink, flag: (flag: string) => void): ByteSink {
  let last = lineFeed;
  return {
    push(bytes) {
      last = bytes.at(-1) ?? last;
      sink.push(bytes);
    },
    end() {
      if (last !== lineFeed) flag('no-final-newline: the last line is not ended, so the report may be cut');
      sink.end();
    },
  };
}
