import { expect, it } from 'vitest';
import type { Key } from '../../src/core/keys/key.ts';
import { createBoss } from '../../src/engine/create-boss.ts';
import { createQueues } from '../../src/engine/create-queues.ts';
import { enqueueKey } from '../../src/engine/enqueue-key.ts';
import { startEngine } from '../../src/engine/start-engine.ts';
import { happenings } from '../../src/telemetry/announce.ts';
import type { Happening } from '../../src/telemetry/happening.ts';
import { onEveryStore } from '../support/every-store.ts';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const key: Key = { kind: 'pull', repository: 1, number: 1 };

onEveryStore((store) => {
  it('a look knows the delivery that asked for it, and one that nobody delivered knows none', async () => {
    const begun: Happening[] = [];
    const listen = (message: unknown) => void begun.push(message as Happening);
    happenings.subscribe(listen);
    const work = async () => [{ key, priority: 'now' as const }];
    const engine = await startEngine({ store: store(), log: silent, reconcile: async () => undefined, workOf: work, resolveHead: async () => [] });
    try {
      for (const id of ['a', 'b']) {
        await engine.accept({ id, event: 'push', body: '{}' });
        await engine.drained();
      }
      await engine.enqueue(await work());
      await engine.drained();
    } finally {
      await engine.stop();
      happenings.unsubscribe(listen);
    }
    const causes = begun.flatMap((happening) => (happening.what === 'key-begun' && happening.key === '1/pull/1' ? [happening.causes] : []));
    expect(causes).toEqual([['a'], ['b'], []]);
  });

  it('one look that waits for many deliveries names the last sixteen of them, each once', async () => {
    const { queue, db, directory } = store();
    const boss = createBoss(queue);
    await boss.start();
    try {
      await createQueues(boss);
      const ask = async (cause: string | null) => enqueueKey({ boss, store: { db, directory }, cause }, key, 'now');
      await ask(null);
      for (let count = 1; count <= 18; count += 1) await ask(`d${count}`);
      await ask('d18');
      const rows = await db.query<{ data: { causes: string[] } }>("select data from sprintgate_jobs.job where name = 'keys'");
      expect(rows.map(({ data }) => data.causes)).toEqual([Array.from({ length: 16 }, (_, index) => `d${index + 3}`)]);
    } finally {
      await boss.stop({ graceful: false });
    }
  });
});
