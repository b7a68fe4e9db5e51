import { expect, it } from 'vitest';
import { createBoss } from '../../src/engine/create-boss.ts';
import { createQueues } from '../../src/engine/create-queues.ts';
import { startEngine } from '../../src/engine/start-engine.ts';
import { onEveryStore } from '../support/every-store.ts';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const key = '1/pull/1';

onEveryStore((store) => {
  it('people are told before the next look when the looks before it killed their process, as nobody else can', async () => {
    const { db, queue } = store();
    const boss = createBoss(queue);
    await boss.start();
    await createQueues(boss);
    await boss.send('keys', { key }, { singletonKey: key });
    await db.query("update sprintgate_jobs.job set state = 'retry', retry_count = 9 where name = 'keys'");
    await boss.stop({ graceful: false });
    const seen: string[] = [];
    const engine = await startEngine({
      store: store(),
      log: silent,
      workOf: async () => [],
      resolveHead: async () => [],
      onTrouble: async (_, { reason, last }) => {
        seen.push(`told: ${reason}${last ? ', for good' : ''}`);
      },
      reconcile: async () => {
        seen.push('looked');
      },
    });
    await engine.drained();
    await engine.stop();
    expect(seen).toEqual(['told: the process that worked it ended, or it took longer than its time', 'looked']);
  });

  it('what the looks before it failed with is told in the same words, and a first look in silence', async () => {
    const { db, queue } = store();
    const boss = createBoss(queue);
    await boss.start();
    await createQueues(boss);
    await boss.send('keys', { key }, { singletonKey: key });
    await boss.send('keys', { key: '1/pull/2' }, { singletonKey: '1/pull/2' });
    await db.query(`update sprintgate_jobs.job set state = 'retry', retry_count = 9, output = '{"message":"GitHub is away"}' where data->>'key' = $1`, [key]);
    await boss.stop({ graceful: false });
    const told: string[] = [];
    const engine = await startEngine({
      store: store(),
      log: silent,
      workOf: async () => [],
      resolveHead: async () => [],
      onTrouble: async (_, { reason }) => {
        told.push(reason);
      },
      reconcile: async () => undefined,
    });
    await engine.drained();
    await engine.stop();
    expect(told).toEqual(['GitHub is away']);
  });
});
