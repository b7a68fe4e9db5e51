import { expect, it } from 'vitest';
import { createBoss } from '../../src/engine/create-boss.ts';
import { createQueues } from '../../src/engine/create-queues.ts';
import { fairSlots } from '../../src/engine/places/fair-slots.ts';
import { onEveryStore } from '../support/every-store.ts';

onEveryStore((store) => {
  it('a job that is put back and taken up again at once is not ended by the one that put it back', async () => {
    const { db, queue } = store();
    const boss = createBoss(queue);
    await boss.start();
    try {
      await createQueues(boss);
      await boss.send('keys', { key: '1/pull/1', lane: 7 }, { singletonKey: '1/pull/1' });
      const [taken] = await boss.fetch('keys');
      if (!taken) throw new Error('the job is not there');
      expect(await fairSlots(db, 0).work({ id: taken.id, name: 'keys', lane: 7 }, async () => undefined)).toBe('put-back');
      await db.query("update sprintgate_jobs.job set start_after = now() where name = 'keys'");
      const [again] = await boss.fetch('keys');
      expect(again?.data).toEqual({ key: '1/pull/1', lane: 7 });
      // What the queue does when the handler that put it back returns.
      await boss.complete('keys', taken.id);
      const states = await db.query("select state::text as state, retry_count from sprintgate_jobs.job where name = 'keys'");
      expect(states).toEqual([{ state: 'active', retry_count: 0 }]);
    } finally {
      await boss.stop({ graceful: false });
    }
  });
});
