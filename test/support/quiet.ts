import { countJobs } from '../../src/engine/count-jobs.ts';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/start-github.ts';
import type { Store } from '../../src/store/store.ts';
import { until } from './until.ts';

/** Waits until an app in another process, seen through its database, has worked all that GitHub told it, and its own echoes. */
export async function quiet(github: EmbeddedGitHub, store: Store): Promise<void> {
  let seen = -1;
  await until(
    'the app to be done',
    async () => {
      await github.settled();
      const { waiting, active, dead } = await countJobs(store.db);
      if (dead > 0) throw new Error('the app gave up on a job; its log says why');
      const open = waiting + active + (await store.inbox.countWaiting());
      const round = github.webhooks.deliveries.length;
      const done = open === 0 && seen === round;
      seen = open === 0 ? round : -1;
      return done;
    },
    120_000,
  );
}
