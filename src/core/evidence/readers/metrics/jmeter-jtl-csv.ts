import { parseWhole } from '../../input/parse-figure.ts';
import type { ReportHead } from '../../input/report-head.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { ReportBody, ReportSink, StreamReader } from '../reader.ts';
import { csvFields, csvRows } from './csv-rows.ts';
import { jmeterSamples, transactionParts } from './jmeter-samples.ts';
import { jmeterTime } from './jmeter-time.ts';

/** What JMeter saves first where the header is configured off; the same since 2.0. */
const usual = ['timeStamp', 'elapsed', 'label', 'responseCode', 'responseMessage', 'threadName', 'dataType', 'success'];

/**
 * A JMeter results file in CSV (`jmeter -l`, JMeter 2.3 and newer; `jmeter.save.saveservice.*`), with any delimiter, with
 * or without header. `samples`, `errors` and `elapsed_ms` are of all rows. Rows of transaction controllers (no `dataType`,
 * message `Number of samples in transaction : n`) repeat their samples: they are no requests, unless their samples were not
 * saved. `elapsed` is milliseconds, percentiles are nearest rank, the duration is from the first start to the last end,
 * users are the most of `allThreads`.
 */
export const jmeterJtlCsv: StreamReader = { format: 'jmeter-jtl-csv', kind: 'metrics', recognises: (head) => layoutOf(head.text) !== null, open: openSamples };

interface Layout {
  readonly delimiter: string;
  readonly columns: readonly string[];
  readonly hasHeader: boolean;
}

function layoutOf(text: ReportHead['text']): Layout | null {
  const line = text.slice(0, 20_000).split(/\r?\n/, 1)[0] ?? '';
  const named = /^"?(?:timeStamp|elapsed|label)"?([^\w"\s]|\t)/.exec(line)?.[1];
  if (named !== undefined) {
    const columns = csvFields(line, named).map((name) => name.trim());
    const known = ['timeStamp', 'label', 'responseCode', 'threadName', 'success'].filter((name) => columns.includes(name)).length;
    return columns.includes('elapsed') && known > 1 ? { delimiter: named, columns, hasHeader: true } : null;
  }
  const delimiter = /^"?(?:\d{12,13}|\d{4}[-/]\d{2}[-/]\d{2}[ T][\d:.]{8,12})"?([^\w"\s]|\t)"?\d+"?\1/.exec(line)?.[1];
  if (delimiter === undefined) return null;
  // A message of several lines ends in a later one: the columns before it are as telling.
  const fields = csvFields(line, delimiter);
  const right = fields.length > 7 ? /^(true|false)$/i.test(fields[7] ?? '') : fields.length > 4 && line.includes('"');
  return right ? { delimiter, columns: usual, hasHeader: false } : null;
}

function openSamples(): ReportSink {
  let reading: ReturnType<typeof csvRows> | null = null;
  const tally = jmeterSamples();
  const begin = (bytes: Uint8Array): ReturnType<typeof csvRows> => {
    const layout = layoutOf(new TextDecoder().decode(bytes.subarray(0, 80_000)).trimStart());
    if (!layout) throw new ReportProblem('the first row is no header and no sample of JMeter', 1);
    const row = rowReader(layout, tally);
    return csvRows(layout.delimiter, row);
  };
  return {
    push(bytes) {
      reading ??= begin(bytes);
      reading.push(bytes);
    },
    end(): ReportBody {
      reading?.end();
      return tally.end();
    },
  };
}

type Cells = (name: string) => string | undefined;

function rowReader({ columns, hasHeader }: Layout, tally: ReturnType<typeof jmeterSamples>): (fields: readonly string[], line: number) => void {
  const places = new Map(columns.map((name, at) => [name, at]));
  // Files that are appended to have their header again.
  const isHeader = (fields: readonly string[]): boolean => hasHeader && fields[places.get('elapsed') ?? 0]?.trim() === 'elapsed';
  return (fields, line) => {
    if (isHeader(fields)) return;
    if (fields.length < columns.length) throw new ReportProblem(`the row has ${fields.length} fields instead of ${columns.length}; the file is cut`, line);
    const cells: Cells = (name) => fields[places.get(name) ?? -1]?.trim();
    if (Number(cells('SampleCount') ?? 1) > 1)
      throw new ReportProblem('the row sums several samples (mode=Statistical); let JMeter save each sample: mode=Standard', line);
    const sample = {
      label: cells('label') ?? '',
      thread: cells('threadName') ?? '',
      elapsed: parseWhole(cells('elapsed'), { what: 'elapsed', line }),
      success: successOf(cells('success'), line),
      start: jmeterTime(cells('timeStamp')),
      users: cells('allThreads') ? parseWhole(cells('allThreads'), { what: 'allThreads', line }) : null,
    };
    const parts = cells('dataType') ? null : transactionParts(cells('responseMessage'));
    tally.row(sample);
    if (parts === null) tally.request(sample);
    else tally.transaction(sample, parts);
  };
}

function successOf(text: string | undefined, line: number): boolean | null {
  if (text === undefined) return null;
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  throw new ReportProblem(`success is ${JSON.stringify(text.slice(0, 40))}; expected true or false`, line);
}
