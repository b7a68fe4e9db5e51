import { ReportProblem } from './report-problem.ts';

// The longest genuine lines are C++ names and JSON records with a whole log in them.
const longestLine = 8 << 20;

/** Cuts UTF-8 into lines (LF or CRLF, which is cut off) and hands each with its number, counted from 1. */
export function lineSink(read: (line: string, number: number) => void): { push(bytes: Uint8Array): void; end(): void } {
  const decoder = new TextDecoder();
  let carried = '';
  let number = 0;
  const take = (text: string): void => {
    const lines = (carried + text).split('\n');
    carried = lines.pop() ?? '';
    if (carried.length > longestLine) throw new ReportProblem(`a line is longer than ${longestLine} characters`, number + 1);
    for (const line of lines) read(line.endsWith('\r') ? line.slice(0, -1) : line, ++number);
  };
  return {
    push: (bytes) => take(decoder.decode(bytes, { stream: true })),
    end() {
      take(decoder.decode());
      if (carried !== '') read(carried, ++number);
    },
  };
}
