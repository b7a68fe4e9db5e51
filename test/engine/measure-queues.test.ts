import { expect, it } from 'vitest';
import { createBoss } from '../../src/engine/create-boss.ts';
import { createQueues } from '../../src/engine/create-queues.ts';
import { measureQueues, measureSweep } from '../../src/engine/measure-queues.ts';
import { repositoryQueue } from '../../src/engine/repository-queue.ts';
import { measureInbox } from '../../src/store/inbox/measure-inbox.ts';
import { onEveryStore } from '../support/every-store.ts';

onEveryStore((store) => {
  it('tells depth and age of every queue, of all and of one repository, how late the sweep is, and what the inbox holds', async () => {
    const { db, queue, inbox } = store();
    const boss = createBoss(queue);
    await boss.start();
    await createQueues(boss);
    await boss.send('keys', { key: '1/policy' }, { singletonKey: '1/policy' });
    await boss.send('keys', { key: '1/pull/2' }, { singletonKey: '1/pull/2', startAfter: 3600 });
    await boss.send('seed', { key: '1/seed/.' }, {});
    await boss.fetch('seed');
    await boss.send('dead', { key: '1/pull/3' }, {});
    await boss.send('sweep', {}, {});
    await db.query(`update sprintgate_jobs.job set start_after = now() - interval '90 seconds' where name in ('keys', 'sweep') and start_after <= now()`);
    await inbox.append({ id: 'guid', event: 'push', body: '{}' });
    await db.query(`update sprintgate.inbox set received_at = now() - interval '40 seconds'`);
    const [queues, sweep, waiting] = [await measureQueues(db), await measureSweep(db), await measureInbox(db)];
    const own = await repositoryQueue(db, 1);
    const others = await repositoryQueue(db, 11);
    await boss.stop({ graceful: false });
    expect(own).toMatchObject({ waiting: 1, active: 1, later: 1, dead: [{ key: '1/pull/3' }] });
    expect(own.oldest).toBeGreaterThanOrEqual(90);
    expect(others).toEqual({ waiting: 0, active: 0, later: 0, oldest: 0, dead: [] });
    const rounded = queues.map((each) => ({ ...each, oldest: Math.floor(each.oldest / 30) * 30 }));
    expect(rounded).toEqual([
      { queue: 'keys', waiting: 1, later: 1, active: 0, oldest: 90 },
      { queue: 'seed', waiting: 0, later: 0, active: 1, oldest: 0 },
      { queue: 'wakes', waiting: 0, later: 0, active: 0, oldest: 0 },
      { queue: 'sweep', waiting: 1, later: 0, active: 0, oldest: 90 },
      { queue: 'dead', waiting: 1, later: 0, active: 0, oldest: 0 },
    ]);
    expect(sweep.lag).toBeGreaterThanOrEqual(90);
    expect(sweep.ended).toBeNull();
    expect(waiting.waiting).toBe(1);
    expect(waiting.oldest).toBeGreaterThanOrEqual(40);
  });

  it('remembers when the last sweep ended', async () => {
    const { db, queue } = store();
    const boss = createBoss(queue);
    await boss.start();
    await createQueues(boss);
    const id = await boss.send('sweep', {}, {});
    await boss.fetch('sweep');
    await boss.complete('sweep', String(id));
    const sweep = await measureSweep(db);
    await boss.stop({ graceful: false });
    expect(sweep.lag).toBe(0);
    expect(sweep.ended).toBeCloseTo(Date.now() / 1000, -2);
  });
});
