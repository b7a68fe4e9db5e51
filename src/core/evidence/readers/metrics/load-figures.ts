import { ReportProblem } from '../../input/report-problem.ts';
import type { MetricTally } from '../../metric-tally.ts';

/** What load tests have in common, whatever the tool. Null or left out: the report does not hold it. */
export interface LoadFigures {
  readonly requests?: number | null;
  /** Failed requests, of `requests`. */
  readonly failed?: number | null;
  /** A ratio from 0 to 1; needed only where `failed` is not known. */
  readonly errorRate?: number | null;
  /** Requests a second. */
  readonly throughput?: number | null;
  readonly durationSeconds?: number | null;
  /** The most virtual users at once. */
  readonly users?: number | null;
  /** In milliseconds; percentiles only as the report has them, or by nearest rank of its samples. */
  readonly latency?: Latency;
}

export interface Latency {
  readonly mean?: number | null | undefined;
  readonly max?: number | null | undefined;
  readonly p50?: number | null | undefined;
  readonly p95?: number | null | undefined;
  readonly p99?: number | null | undefined;
}

/** Adds the names that all load formats share, each in one unit: what a playbook asks for without knowing the tool. Throws on a figure that no run has. */
export function setLoadFigures(tally: MetricTally, load: LoadFigures): void {
  const { requests = null, failed = null, latency = {} } = load;
  const set = (name: string, value: number | null | undefined): void => {
    if (value !== null && value !== undefined && value < 0) throw new ReportProblem(`${name} is ${value}; expected a number from 0 up`);
    tally.set(name, value);
  };
  const errorRate = failed !== null && requests !== null && requests > 0 ? failed / requests : load.errorRate;
  if ((errorRate ?? 0) > 1) throw new ReportProblem(`error-rate is ${errorRate}; expected a ratio from 0 to 1`);
  set('requests', requests);
  set('error-rate', errorRate);
  set('throughput', load.throughput);
  set('load.duration', load.durationSeconds);
  set('load.users', load.users);
  for (const name of ['mean', 'max', 'p50', 'p95', 'p99'] as const) set(`latency.${name}`, latency[name]);
}
