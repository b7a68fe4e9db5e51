import { flagList } from '../../input/flag-list.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { metricTally } from '../../metric-tally.ts';
import type { ReportBody, ReportSink, StreamReader } from '../reader.ts';
import { csvRows } from './csv-rows.ts';
import { setLoadFigures } from './load-figures.ts';

/** What the columns were called before Locust 1.0. */
const aliases: Readonly<Record<string, string>> = { '# requests': 'request count', '# failures': 'failure count', method: 'type' };

/**
 * `<prefix>_stats.csv` of `locust --csv` (Locust 0.9 to 2.x; `locust/stats.py`). The row `Aggregated` (`Total` before 0.12)
 * has the tool's own totals, save that of two error rates, its own and that of the other rows, the worse one counts; without it only counts are given, since percentiles of rows cannot be added. Times are
 * milliseconds, percentiles rounded by Locust to two digits; `N/A` is absent. The duration is requests by requests a second.
 */
export const locustStatsCsv: StreamReader = {
  format: 'locust-stats-csv',
  kind: 'metrics',
  recognises: ({ text }) => /^"?(Type|Method)"?,"?Name"?,"?(Request Count|# requests)"?,"?(Failure Count|# failures)"?/i.test(text),
  open: openStats,
};

type Row = ReadonlyMap<string, { readonly text: string; readonly line: number }>;

function openStats(): ReportSink {
  let names: string[] | null = null;
  const sums = { endpoints: 0, requests: 0, failures: 0 };
  let total: Row | null = null;
  const rows = csvRows(',', (fields, line) => {
    if (!names) {
      names = fields.map((name) => name.trim().toLowerCase()).map((name) => (Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name));
      return;
    }
    if (fields.length < names.length) throw new ReportProblem(`the row has ${fields.length} fields and the header ${names.length}; the file is cut`, line);
    const row: Row = new Map(names.map((name, at) => [name, { text: fields[at]?.trim() ?? '', line }]));
    const isTotal = ['', 'none'].includes(row.get('type')?.text.toLowerCase() ?? '') && ['Aggregated', 'Total'].includes(row.get('name')?.text ?? '');
    if (isTotal && total) throw new ReportProblem('there are two rows with totals; give one file a run', line);
    if (isTotal) total = row;
    else {
      sums.endpoints += 1;
      sums.requests += countOf(row, 'request count');
      sums.failures += countOf(row, 'failure count');
    }
  });
  return {
    push: rows.push,
    end() {
      rows.end();
      return body(sums, total);
    },
  };
}

function body(sums: { endpoints: number; requests: number; failures: number }, total: Row | null): ReportBody {
  const [tally, flags] = [metricTally(), flagList()];
  const requests = total ? countOf(total, 'request count') : sums.requests;
  const failures = total ? countOf(total, 'failure count') : sums.failures;
  if (requests === 0) return { kind: 'metrics', outcome: 'empty', totals: { values: {} }, flags: ['no-requests: the run made no request'] };
  if (failures > requests) flags.add(`header-disagrees: ${failures} failures of ${requests} requests`);
  tally.set('endpoints', sums.endpoints);
  tally.set('has_aggregated_row', total !== null);
  tally.set('sum_requests', sums.requests);
  tally.set('sum_failures', sums.failures);
  const errorRate = Math.max(failures / requests, sums.requests > 0 ? sums.failures / sums.requests : 0);
  tally.set('error_rate', errorRate);
  if (!total) flags.add('no-aggregated-row: there is no row with totals, so no percentiles');
  else if (sums.requests !== requests || sums.failures !== failures)
    flags.add(
      `header-disagrees: Aggregated has ${requests} requests and ${failures} failures, the rows ${sums.requests} and ${sums.failures}; the worse error rate counts`,
    );
  const figures = total ? figuresOf(total) : {};
  tally.set('aggregated.requests', total ? requests : null);
  tally.set('aggregated.failures', total ? failures : null);
  for (const [name, value] of Object.entries(figures)) tally.set(`aggregated.${name}`, value);
  const { rps = null } = figures;
  setLoadFigures(tally, {
    requests,
    errorRate,
    throughput: rps,
    durationSeconds: rps !== null && rps > 0 ? Math.round((requests / rps) * 1000) / 1000 : null,
    latency: { mean: figures.avg_ms, max: figures.max_ms, p50: figures.median_ms, p95: figures.p95_ms, p99: figures.p99_ms },
  });
  const { values, flags: left } = tally.end();
  return { kind: 'metrics', outcome: 'ok', totals: { values }, flags: [...flags.list(), ...left] };
}

const columns = {
  median_ms: 'median response time',
  avg_ms: 'average response time',
  min_ms: 'min response time',
  max_ms: 'max response time',
  rps: 'requests/s',
  p90_ms: '90%',
  p95_ms: '95%',
  p99_ms: '99%',
} as const;

function figuresOf(row: Row): Partial<Record<keyof typeof columns, number | null>> {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, figureOf(row, column)]));
}

function countOf(row: Row, column: string): number {
  const figure = figureOf(row, column);
  if (figure !== null && Number.isInteger(figure) && figure <= 2 ** 31 - 1) return figure;
  throw new ReportProblem(
    `"${column}" is ${JSON.stringify(row.get(column)?.text.slice(0, 40) ?? 'missing')}; expected a whole number`,
    row.get(column)?.line ?? null,
  );
}

function figureOf(row: Row, column: string): number | null {
  const cell = row.get(column);
  if (!cell || cell.text === '' || cell.text === 'N/A' || cell.text === 'None') return null;
  if (!/^\d+(\.\d+)?([eE][+-]?\d{1,3})?$/.test(cell.text) || !Number.isFinite(Number(cell.text)))
    throw new ReportProblem(`"${column}" is ${JSON.stringify(cell.text.slice(0, 40))}; expected a number`, cell.line);
  return Number(cell.text);
}
