import { flagList } from '../../input/flag-list.ts';
import { metricTally } from '../../metric-tally.ts';
import type { MetricTally } from '../../metric-tally.ts';
import type { ReportBody } from '../reader.ts';
import { setLoadFigures } from './load-figures.ts';
import { mostSamples, sampleList } from './sample-list.ts';

export interface JmeterSample {
  readonly label: string;
  readonly thread: string;
  /** Milliseconds. */
  readonly elapsed: number;
  /** Null: the file was saved without it. */
  readonly success: boolean | null;
  /** Milliseconds since 1970; null when it is in no known form. */
  readonly start: number | null;
  /** Users at that moment. */
  readonly users: number | null;
}

/** Counts the samples of a JMeter run, in CSV or XML: as they are written, and the requests among them. */
export interface JmeterSamples {
  /** A row of the file, transactions included. */
  row(sample: JmeterSample): void;
  request(sample: JmeterSample): void;
  /** A transaction controller's sum of some samples; it is a request only where these were not saved. */
  transaction(sample: JmeterSample, parts: number): void;
  /** A transaction that has its samples in it (XML). */
  nestedTransaction(): void;
  end(set?: (tally: MetricTally) => void): ReportBody;
}

// Beyond them, labels are not counted and threads not told apart.
const mostNames = 50_000;

/** How JMeter words the message of a transaction controller's result, with the number of samples in it. */
export function transactionParts(message: string | undefined): number | null {
  const parts = /^Number of samples in transaction : (\d{1,9}),/.exec(message ?? '')?.[1];
  return parts === undefined ? null : Number(parts);
}

export function jmeterSamples(): JmeterSamples {
  const run = { transactions: 0, alone: 0, users: null as number | null, first: Infinity, last: -Infinity };
  const [rows, requests, labels] = [tallySamples(), tallySamples(), new Set<string>()];
  /** When the newest request of each thread began. */
  const newest = new Map<string, number>();
  const slot = (thread: string): string => (newest.has(thread) || newest.size < mostNames ? thread : '');
  const request = (sample: JmeterSample): void => {
    requests.add(sample);
    newest.set(slot(sample.thread), sample.start ?? Infinity);
    if (sample.start !== null) {
      run.first = Math.min(run.first, sample.start);
      run.last = Math.max(run.last, sample.start + sample.elapsed);
    }
    if (sample.users !== null) run.users = Math.max(run.users ?? 0, sample.users);
  };
  return {
    row(sample) {
      rows.add(sample);
      if (labels.size < mostNames) labels.add(sample.label);
    },
    request,
    transaction(sample, parts) {
      run.transactions += 1;
      // Its samples come before it in the same thread, and the last of them began after it did. JMeter's number of them is
      // no help: it counts pauses too.
      const isSaved = (newest.get(slot(sample.thread)) ?? -Infinity) >= (sample.start ?? Infinity);
      if (isSaved || parts === 0) return;
      run.alone += 1;
      request(sample);
    },
    nestedTransaction() {
      run.transactions += 1;
    },
    end: (set) => body({ ...run, rows: rows.end(), requests: requests.end(), labels: labels.size }, set),
  };
}

type Figures = NonNullable<ReturnType<ReturnType<typeof sampleList>['end']>>;

interface Tallied {
  readonly figures: Figures | null;
  /** Null where a sample does not say whether it succeeded. */
  readonly errors: number | null;
  readonly undated: number;
}

function tallySamples(): { add(sample: JmeterSample): void; end(): Tallied } {
  const samples = sampleList();
  let [errors, unknown, undated] = [0, 0, 0];
  return {
    add({ elapsed, success, start }) {
      samples.add(elapsed);
      if (success === null) unknown += 1;
      else if (!success) errors += 1;
      if (start === null) undated += 1;
    },
    end: () => ({ figures: samples.end(), errors: unknown > 0 ? null : errors, undated }),
  };
}

interface Run {
  readonly transactions: number;
  readonly alone: number;
  readonly users: number | null;
  readonly first: number;
  readonly last: number;
  readonly labels: number;
  readonly rows: Tallied;
  readonly requests: Tallied;
}

function body(run: Run, set: ((tally: MetricTally) => void) | undefined): ReportBody {
  const { figures, errors } = run.rows;
  if (!figures || !run.requests.figures)
    return { kind: 'metrics', outcome: 'empty', totals: { values: {} }, flags: ['no-samples: the file has no samples of requests'] };
  const tally = metricTally();
  tally.set('samples', figures.count);
  tally.set('errors', errors);
  tally.set('error_rate', errors === null ? null : errors / figures.count);
  tally.set('labels', run.labels < mostNames ? run.labels : null);
  tally.set('transactions', run.transactions);
  for (const name of ['min', 'max'] as const) tally.set(`elapsed_ms.${name}`, figures[name]);
  tally.set('elapsed_ms.avg', figures.mean);
  for (const percent of [50, 90, 95, 99]) tally.set(`elapsed_ms.p${percent}_nearest_rank`, figures.rank(percent));
  set?.(tally);
  setRequests(run, run.requests.figures, tally);
  const { values, flags } = tally.end();
  return { kind: 'metrics', outcome: 'ok', totals: { values }, flags: [...doubts(run, run.requests.figures), ...flags] };
}

function setRequests(run: Run, figures: Figures, tally: MetricTally): void {
  const seconds = run.requests.undated === 0 && run.last > run.first ? (run.last - run.first) / 1000 : null;
  setLoadFigures(tally, {
    requests: figures.count,
    failed: run.requests.errors,
    throughput: seconds === null ? null : figures.count / seconds,
    durationSeconds: seconds,
    users: run.users,
    latency: { mean: figures.mean, max: figures.max, p50: figures.rank(50), p95: figures.rank(95), p99: figures.rank(99) },
  });
}

function doubts({ requests, alone }: Run, { count }: Figures): string[] {
  const flags = flagList();
  if (requests.errors === null) flags.add('no-success: samples do not say whether they succeeded, so there is no error rate');
  if (alone > 0) flags.add(`transactions-alone: ${alone} transactions are counted as requests, since the samples in them were not saved`);
  if (requests.undated > 0) flags.add(`no-time: ${requests.undated} samples have no time that can be read, so there is no duration`);
  if (count > mostSamples) flags.add(`too-many-samples: no percentiles of ${count} samples`);
  return flags.list();
}
