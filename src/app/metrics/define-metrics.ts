import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

// From a quick look to a seeding run of an hour.
const workSeconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600];
// A request to GitHub, up to the time after which it is given up.
const requestSeconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What is counted where it happens, by the process that it happens in. No label names a repository, a person or a pull request. */
export function countedMetrics(registry: Registry) {
  return { ...metricsOfDeliveries(registry), ...metricsOfKeys(registry), ...metricsOfGitHub(registry) };
}

function metricsOfDeliveries(registry: Registry) {
  const registers = [registry];
  return {
    deliveries: new Counter({
      registers,
      name: 'sprintgate_deliveries_total',
      help: 'Deliveries that GitHub was answered for: stored, or known already. An event that we do not work counts as "other".',
      labelNames: ['event', 'outcome'],
    }),
    refused: new Counter({ registers, name: 'sprintgate_deliveries_refused_total', help: 'Deliveries that were refused, by reason.', labelNames: ['reason'] }),
    bytes: new Counter({ registers, name: 'sprintgate_deliveries_bytes_total', help: 'Bytes of the bodies that were stored.' }),
    worked: new Histogram({
      registers,
      name: 'sprintgate_delivery_seconds',
      help: 'How long it took to find the keys of a delivery; outcome done, later (tried again) or given-up.',
      labelNames: ['event', 'outcome'],
      buckets: workSeconds,
    }),
  };
}

function metricsOfKeys(registry: Registry) {
  const registers = [registry];
  return {
    waits: new Histogram({
      registers,
      name: 'sprintgate_key_wait_seconds',
      help: 'How long a key waited for a worker after its time had come.',
      labelNames: ['kind'],
      buckets: workSeconds,
    }),
    keys: new Histogram({
      registers,
      name: 'sprintgate_key_seconds',
      help: 'How long a look at a key took; outcome done, retry, dead (given up) or put-off (GitHub’s limits).',
      labelNames: ['kind', 'outcome'],
      buckets: workSeconds,
    }),
    running: new Gauge({ registers, name: 'sprintgate_keys_running', help: 'Keys that this process is working.', labelNames: ['kind'] }),
    verdicts: new Counter({
      registers,
      name: 'sprintgate_verdicts_total',
      help: 'Verdicts of gates, each time one was judged.',
      labelNames: ['gate', 'verdict'],
    }),
    sweeps: new Histogram({
      registers,
      name: 'sprintgate_sweep_seconds',
      help: 'How long a sweep took to enqueue what has to be looked at again.',
      buckets: workSeconds,
    }),
    sweepKeys: new Counter({ registers, name: 'sprintgate_sweep_keys_total', help: 'Keys that sweeps enqueued.' }),
  };
}

function metricsOfGitHub(registry: Registry) {
  const registers = [registry];
  return {
    requests: new Counter({
      registers,
      name: 'sprintgate_github_requests_total',
      help: 'Requests to GitHub by route and status; status 0: there was no answer.',
      labelNames: ['route', 'status'],
    }),
    requestSeconds: new Histogram({
      registers,
      name: 'sprintgate_github_request_seconds',
      help: 'How long GitHub took to answer, by class of status.',
      labelNames: ['class'],
      buckets: requestSeconds,
    }),
    budgetWaits: new Histogram({
      registers,
      name: 'sprintgate_budget_wait_seconds',
      help: 'How long work waited for its share of GitHub’s limits.',
      labelNames: ['class'],
      buckets: workSeconds,
    }),
  };
}

export type CountedMetrics = ReturnType<typeof countedMetrics>;

/** What is read from the database at each scrape: the same in every process, so take `max`, not `sum`. */
export function polledMetrics(registry: Registry) {
  const registers = [registry];
  return {
    up: new Gauge({ registers, name: 'sprintgate_database_up', help: '1 when the database answered this scrape, else 0.' }),
    inbox: new Gauge({ registers, name: 'sprintgate_inbox_deliveries', help: 'Stored deliveries that are not worked yet.' }),
    inboxAge: new Gauge({ registers, name: 'sprintgate_inbox_oldest_seconds', help: 'Age of the oldest stored delivery that is not worked yet.' }),
    jobs: new Gauge({
      registers,
      name: 'sprintgate_queue_jobs',
      help: 'Jobs by queue and state: waiting, put off to a later time, active.',
      labelNames: ['queue', 'state'],
    }),
    jobAge: new Gauge({
      registers,
      name: 'sprintgate_queue_oldest_seconds',
      help: 'For how long the oldest waiting job of a queue could have been worked.',
      labelNames: ['queue'],
    }),
    dead: new Gauge({ registers, name: 'sprintgate_dead_letters', help: 'Keys that were given up and are kept for the operator.' }),
    sweepLag: new Gauge({ registers, name: 'sprintgate_sweep_lag_seconds', help: 'For how long the next sweep is due and has not ended.' }),
    sweepEnded: new Gauge({ registers, name: 'sprintgate_sweep_last_end_timestamp_seconds', help: 'When a sweep last ended, as Unix time.' }),
  };
}

export type PolledMetrics = ReturnType<typeof polledMetrics>;
