import { describe, expect, it } from 'vitest';
import { formatKey, type Key } from '../../src/core/keys/key.ts';
import { startEngine, type Engine, type EngineOptions } from '../../src/engine/start-engine.ts';
import { rememberRepository } from '../../src/store/known/remember-repository.ts';
import type { Store } from '../../src/store/store.ts';
import { onEveryStore } from '../support/every-store.ts';
import { until } from '../support/until.ts';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const pull = (repository: number, number: number): Key => ({ kind: 'pull', repository, number });
const counting = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);

/** Repository 1 is of installation 11, repository 2 of 22, and so on. */
async function started(store: Store, options: Pick<EngineOptions, 'reconcile' | 'concurrency'>): Promise<Engine> {
  for (const id of [1, 2, 3]) await rememberRepository(store.db, { id, owner: `owner-${id}`, name: 'shop', installation: 11 * id });
  const engine = await startEngine({ store, log: silent, workOf: async () => [], resolveHead: async () => [], ...options });
  await engine.drained();
  return engine;
}

describe('the workers', () => {
  onEveryStore((store) => {
    it('are not all held by the slow keys of one organisation: another’s is worked meanwhile, and then all of the first', async () => {
      const held = Promise.withResolvers<void>();
      const begun: string[] = [];
      const done: string[] = [];
      const engine = await started(store(), {
        concurrency: 4,
        reconcile: async (key) => {
          if (key.kind !== 'pull') return;
          begun.push(formatKey(key));
          if (key.repository === 1) await held.promise;
          done.push(formatKey(key));
        },
      });
      await engine.enqueue(counting(1, 8).map((number) => ({ key: pull(1, number), priority: 'now' as const })));
      await until('four of the first to be worked', () => begun.length === 4);
      await engine.enqueue([{ key: pull(2, 1), priority: 'now' }]);
      await until('the other to be worked', () => done.length === 1);
      expect(done).toEqual(['2/pull/1']);
      expect(begun.filter((key) => key.startsWith('1/'))).toHaveLength(4);
      held.resolve();
      await engine.drained();
      expect(done.toSorted()).toEqual([...counting(1, 8).map((number) => `1/pull/${number}`), '2/pull/1']);
      await engine.stop();
    });

    it('come to one after 2,000 waiting keys of another within the next few', async () => {
      const order: string[] = [];
      const hold = Promise.withResolvers<void>();
      const engine = await started(store(), {
        concurrency: 1,
        reconcile: async (key) => {
          if (key.kind !== 'pull') return;
          order.push(formatKey(key));
          if (order.length === 1) await hold.promise;
        },
      });
      await engine.enqueue([{ key: pull(1, 1), priority: 'later' }]);
      await until('the first to be worked', () => order.length === 1);
      // As `enqueueKey` keeps them, in one statement.
      await store().db.exec(`
        insert into sprintgate_jobs.job (name, data, singleton_key, priority, policy, group_id, retry_limit, heartbeat_seconds)
        select 'keys', json_build_object('key', '1/pull/' || n, 'lane', 11), '1/pull/' || n, -n, 'short', '1/pull/' || n, 3, 60 from generate_series(2, 2001) as n;
        update sprintgate.turns set turn = 2001 where lane = 11 and rank = 0`);
      await engine.enqueue(counting(1, 3).map((number) => ({ key: pull(2, number), priority: 'later' as const })));
      hold.resolve();
      await until('the small one to be through', () => order.filter((key) => key.startsWith('2/')).length === 3);
      expect(order.findLastIndex((key) => key.startsWith('2/'))).toBeLessThan(9);
      await store().db.query("update sprintgate_jobs.job set state = 'cancelled' where state < 'active'");
      await engine.stop();
    });

    it('seed several installations at once, and of each one repository after another', async () => {
      const hold = Promise.withResolvers<void>();
      const running = new Map<number, number>();
      const worked: string[] = [];
      let together = 0;
      let most = 0;
      const engine = await started(store(), {
        reconcile: async (key) => {
          if (key.kind !== 'seed') return;
          const lane = key.repository === 4 ? 1 : key.repository;
          running.set(lane, (running.get(lane) ?? 0) + 1);
          together = Math.max(together, running.size);
          most = Math.max(most, running.get(lane) ?? 0);
          if (worked.length === 0) await hold.promise;
          running.set(lane, (running.get(lane) ?? 1) - 1);
          if (running.get(lane) === 0) running.delete(lane);
          worked.push(formatKey(key));
        },
      });
      await rememberRepository(store().db, { id: 4, owner: 'owner-1', name: 'second', installation: 11 });
      await engine.enqueue([1, 4, 2, 3].map((repository) => ({ key: { kind: 'seed' as const, repository, unit: '.' }, priority: 'now' as const })));
      await until('three installations to be seeded', () => together === 3);
      expect(await engine.counts()).toMatchObject({ active: 3, waiting: 1 });
      hold.resolve();
      await engine.drained();
      expect(worked).toHaveLength(4);
      expect(most).toBe(1);
      await engine.stop();
    });
  });
});
