import { asksFor } from '../asking.ts';
import { situations } from '../situation.ts';
import { tested } from '../steps.ts';

const figures =
  '    - { files: ["load.json"], metrics: { latency.p95: { path: p95, unit: ms }, throughput: { path: rps, unit: requests/s }, error-rate: { path: error_share, unit: ratio } } }\n';
const limits = 'parameters: { sla.latency-p95: 300, sla.throughput: 50, sla.error-rate: 1 }\n';
const sla = asksFor(['performance.sla'], { settings: figures + limits });

/** What the load test of the service measured: milliseconds, requests a second, a share. */
function load(p95: number | string, rps = 80, errors = 0.002) {
  return tested({ 'load.json': JSON.stringify({ p95, rps, error_share: errors, users: 3 }) });
}

const readings = 'parameters: { drift.prediction.reading: ks-statistic, robustness.minimum: 0.85 }\n';
const drifts = asksFor(['monitor.prediction-drift'], {
  kind: 'ml-model',
  target: 'beta-closed',
  settings: `    - { files: ["drift.json"], metrics: { drift.prediction: { path: columns.prediction.score } } }\n${readings}`,
});

/** What Evidently writes of the drift of the column of predictions, at a time. */
function drift(score: number, at: string | null) {
  const result = {
    column_name: 'prediction',
    column_type: 'num',
    stattest_name: 'K-S p_value',
    stattest_threshold: 0.1,
    drift_score: score,
    drift_detected: score > 0.1,
  };
  const report = { version: '0.4.22', ...(at === null ? {} : { timestamp: at }), metrics: [{ metric: 'ColumnDriftMetric', result }] };
  return tested({ 'drift.json': JSON.stringify(report) });
}

situations('a figure that quality asks for', [
  {
    that: 'passes at exactly its limit',
    ...sla,
    steps: [load(300, 50, 0.01)],
    checks: { quality: ['success', 'latency.p95 is 300 ms; it must be &lt;= 300 ms'] },
  },
  {
    that: 'fails just above its limit, and says where to bring it',
    ...sla,
    steps: [load(300.1)],
    checks: { quality: ['failure', 'latency.p95 is 300.1 ms', 'Bring latency.p95 to &lt;= 300 ms'] },
  },
  {
    that: 'fails below where more is better',
    ...sla,
    steps: [load(100, 49.9)],
    checks: { quality: ['failure', 'throughput is 49.9 requests/s; it must be &gt;= 50 requests/s'] },
  },
  {
    that: 'is compared in its own unit: a ratio of 0.02 is more than 1 %',
    ...sla,
    steps: [load(100, 80, 0.02)],
    checks: { quality: ['failure', 'error-rate is 0.02 ratio; it must be &lt;= 0.01 ratio'] },
  },
  {
    that: 'in a unit that cannot be compared is not judged',
    ...asksFor(['performance.sla'], { settings: figures.replace('unit: ms', 'unit: percent') + limits }),
    steps: [load(100)],
    checks: { quality: ['action_required', 'cannot be compared with ms', 'Write the unit of latency.p95 under `evidence.reports`'] },
  },
  { that: 'that is no number is not judged', ...sla, steps: [load('fast')], checks: { quality: ['action_required', 'latency.p95'] } },
  {
    that: 'that nobody reports is not judged',
    ...sla,
    steps: [tested({ 'notes.txt': 'none' })],
    checks: { quality: ['action_required', 'no report was found', 'upload the report (`latency.p95`)'] },
  },
  {
    that: 'whose limit the team has not set is not judged, and the line to write is shown',
    ...asksFor(['performance.sla'], { settings: figures }),
    steps: [load(100)],
    checks: { quality: ['action_required', 'The team has not set “SLA of p95 latency” yet', 'sla.latency-p95'] },
  },
  {
    that: 'cuyo límite no está definido se dice en español',
    ...asksFor(['performance.sla'], { locale: 'es', settings: figures }),
    steps: [load(100)],
    checks: { quality: ['action_required', 'El equipo aún no define', 'sla.latency-p95'] },
  },
]);

situations('the drift of predictions', [
  {
    that: 'passes when it was measured within the hour, and says until when it counts',
    ...drifts,
    steps: [drift(0.1, '2027-01-12T17:10:00Z')],
    checks: { quality: ['success', 'Measured at 2027-01-12T17:10:00Z, at most 1 hour old'] },
  },
  { that: 'fails above 0.1', ...drifts, steps: [drift(0.11, '2027-01-12T17:10:00Z')], checks: { quality: ['failure', 'drift.prediction is 0.11'] } },
  {
    that: 'is not known from two hours ago',
    ...drifts,
    steps: [drift(0.01, '2027-01-12T16:00:00Z')],
    checks: { quality: ['action_required', 'was measured at 2027-01-12T16:00:00Z; it may be at most 1 hour old', 'Measure drift.prediction again'] },
  },
  {
    that: 'is not known from a report without a time',
    ...drifts,
    steps: [drift(0.01, null)],
    checks: { quality: ['action_required', '`drift.json` does not say when drift.prediction was measured', 'add the time at its top level'] },
  },
  {
    that: 'is not known from a time still to come',
    ...drifts,
    steps: [drift(0.01, '2027-01-13T17:10:00Z')],
    checks: { quality: ['action_required', 'which is still to come', 'give the time in UTC'] },
  },
  {
    that: 'runs out by itself when the hour is over',
    ...drifts,
    steps: [
      drift(0.01, '2027-01-12T17:30:00Z'),
      async ({ stage, repository, pull }) => {
        stage.github.now = '2027-01-12T18:31:00Z';
        await stage.look(repository, pull.number);
      },
    ],
    checks: { quality: ['action_required', 'was measured at 2027-01-12T17:30:00Z; it may be at most 1 hour old', 'upload the report'] },
  },
]);
