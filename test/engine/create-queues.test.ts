import { expect, it } from 'vitest';
import { createBoss } from '../../src/engine/create-boss.ts';
import { createQueues } from '../../src/engine/create-queues.ts';
import { queues } from '../../src/engine/queues.ts';
import { onEveryStore } from '../support/every-store.ts';

onEveryStore((store) => {
  it('a job of which nothing was heard for a minute is worked again, whoever owns the database', async () => {
    const { db, queue } = store();
    const boss = createBoss(queue);
    boss.on('error', () => undefined);
    await boss.start();
    await createQueues(boss);
    await boss.send(queues.keys, { key: '1/policy' });
    const [job] = await boss.fetch(queues.keys);
    await db.query(`update sprintgate_jobs.job set heartbeat_on = now() - interval '61 seconds' where state = 'active'`);
    await boss.supervise(queues.keys);
    expect(await db.query('select state from sprintgate_jobs.job where id = $1', [job?.id ?? ''])).toEqual([{ state: 'retry' }]);
    await boss.stop({ graceful: false, close: queue.kind === 'postgres' });
  });
});
