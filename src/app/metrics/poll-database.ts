import { measureQueues, measureSweep } from '../../engine/measure-queues.ts';
import { queues } from '../../engine/queues.ts';
import type { Database } from '../../store/database.ts';
import { measureInbox } from '../../store/inbox/measure-inbox.ts';
import { inTime } from '../in-time.ts';
import type { PolledMetrics } from './define-metrics.ts';

// Prometheus gives a scrape ten seconds unless told otherwise.
const patience = 5_000;

/** Reads the levels that the database knows. When it does not answer they are left out: an old figure would look like a good one. */
export async function pollDatabase(metrics: PolledMetrics, db: Database): Promise<void> {
  for (const metric of Object.values(metrics)) metric.reset();
  try {
    const [inbox, jobs, sweep] = await inTime(Promise.all([measureInbox(db), measureQueues(db), measureSweep(db)]), patience);
    metrics.up.set(1);
    metrics.inbox.set(inbox.waiting);
    metrics.inboxAge.set(inbox.oldest);
    for (const { queue, waiting, later, active, oldest } of jobs) {
      if (queue === queues.dead) {
        metrics.dead.set(waiting);
        continue;
      }
      metrics.jobs.set({ queue, state: 'waiting' }, waiting);
      metrics.jobs.set({ queue, state: 'later' }, later);
      metrics.jobs.set({ queue, state: 'active' }, active);
      metrics.jobAge.set({ queue }, oldest);
    }
    metrics.sweepLag.set(sweep.lag);
    if (sweep.ended !== null) metrics.sweepEnded.set(sweep.ended);
  } catch {
    for (const name of ['inbox', 'inboxAge', 'dead', 'sweepLag', 'sweepEnded'] as const) metrics[name].remove();
    metrics.up.set(0);
  }
}
