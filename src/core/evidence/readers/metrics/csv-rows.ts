import type { ByteSink } from '../../input/decoding-sink.ts';
import { lineSink } from '../../input/line-sink.ts';
import { ReportProblem } from '../../input/report-problem.ts';

// A response body in a quoted field is the longest that occurs.
const longestRow = 1 << 20;
const mostFields = 1_000;

/** Cuts UTF-8 into rows of CSV, quoted fields of several lines included, and hands each with the number of its first line. Blank lines are no rows. */
export function csvRows(delimiter: string, read: (fields: readonly string[], line: number) => void): ByteSink {
  let [open, first] = ['', 0];
  const lines = lineSink((line, number) => {
    const odd = quotes(line) % 2 === 1;
    if (open === '' && !odd) {
      if (line.trim() !== '') read(csvFields(line, delimiter), number);
      return;
    }
    // The second odd line ends what the first began: doubled quotes inside a field come in pairs.
    const begins = open === '';
    if (begins) first = number;
    open = begins ? line : `${open}\n${line}`;
    if (open.length > longestRow) throw new ReportProblem('a quoted field does not end; the file is cut or its quotes are broken', first);
    if (!begins && odd) {
      const row = open;
      open = '';
      read(csvFields(row, delimiter), first);
    }
  });
  return {
    push: lines.push,
    end() {
      lines.end();
      if (open !== '') throw new ReportProblem('a quoted field does not end; the file is cut', first);
    },
  };
}

/** The fields of one row of CSV. */
export function csvFields(row: string, delimiter: string): string[] {
  if (!row.includes('"')) return row.split(delimiter, mostFields);
  const fields: string[] = [];
  let at = 0;
  while (at <= row.length && fields.length < mostFields) {
    const quoted = row[at] === '"';
    const end = quoted ? closingQuote(row, at + 1) : at;
    const next = row.indexOf(delimiter, end);
    const stop = next < 0 ? row.length : next;
    fields.push(quoted ? row.slice(at + 1, end).replaceAll('""', '"') : row.slice(at, stop));
    at = stop + delimiter.length;
  }
  return fields;
}

function closingQuote(row: string, from: number): number {
  let at = row.indexOf('"', from);
  while (at >= 0 && row[at + 1] === '"') at = row.indexOf('"', at + 2);
  return at < 0 ? row.length : at;
}

function quotes(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count += 1;
  return count;
}
