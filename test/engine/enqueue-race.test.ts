import type { PgBoss } from 'pg-boss';
import { expect, it } from 'vitest';
import { createBoss } from '../../src/engine/create-boss.ts';
import { createQueues } from '../../src/engine/create-queues.ts';
import { enqueueKey } from '../../src/engine/enqueue-key.ts';
import { rankOf } from '../../src/engine/places/ranks.ts';
import { onEveryStore } from '../support/every-store.ts';

onEveryStore((store) => {
  it('what a person waits for does not wait among the sweeps because another process asked a moment before', async () => {
    const { queue, db, directory } = store();
    const boss = createBoss(queue);
    await boss.start();
    try {
      await createQueues(boss);
      const overtaken = {
        send: async (name: string, data: object, options: object) => {
          await boss.send(name, data, { ...options, priority: -5 });
          return boss.send(name, data, options);
        },
      } as unknown as PgBoss;
      await enqueueKey({ boss: overtaken, store: { db, directory } }, { kind: 'pull', repository: 1, number: 1 }, 'now');
      const waiting = await db.query<{ priority: number }>("select priority from sprintgate_jobs.job where name = 'keys'");
      expect(waiting.map(({ priority }) => rankOf(priority))).toEqual(['now']);
    } finally {
      await boss.stop({ graceful: false });
    }
  });

  it('a sweep that failed for days is tried again: it alone asks for the next', async () => {
    const { queue, db } = store();
    const boss = createBoss(queue);
    await boss.start();
    try {
      await createQueues(boss);
      await boss.send('sweep', {});
      const [job] = await boss.fetch('sweep');
      await db.query("update sprintgate_jobs.job set retry_count = 1000 where name = 'sweep'");
      await db.query("update sprintgate_jobs.job set state = 'active' where name = 'sweep'");
      await boss.fail('sweep', job?.id ?? '', new Error('the database is full'));
      expect(await db.query("select state::text as state from sprintgate_jobs.job where name = 'sweep'")).toEqual([{ state: 'retry' }]);
    } finally {
      await boss.stop({ graceful: false });
    }
  });
});
