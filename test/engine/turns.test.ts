import { describe, expect, it } from 'vitest';
import { formatKey, type Key } from '../../src/core/keys/key.ts';
import { startEngine } from '../../src/engine/start-engine.ts';
import { rememberRepository } from '../../src/store/known/remember-repository.ts';
import { onEveryStore } from '../support/every-store.ts';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const pull = (repository: number, number: number): Key => ({ kind: 'pull', repository, number });

describe('the turns of organisations', () => {
  onEveryStore((store) => {
    it('one that comes after the flood of another is worked within the next few, in each rank, and interactive work before all', async () => {
      await rememberRepository(store().db, { id: 1, owner: 'flood', name: 'a', installation: 11 });
      await rememberRepository(store().db, { id: 2, owner: 'small', name: 'b', installation: 22 });
      const order: string[] = [];
      const held = Promise.withResolvers<void>();
      const entered = Promise.withResolvers<void>();
      const enough = Promise.withResolvers<void>();
      const engine = await startEngine({
        store: store(),
        log: silent,
        concurrency: 1,
        workOf: async () => [],
        resolveHead: async () => [],
        reconcile: async (key) => {
          if (key.kind !== 'pull') return;
          order.push(formatKey(key));
          if (order.length === 1) {
            entered.resolve();
            await held.promise;
          }
          if (order.length === 12) {
            enough.resolve();
            await new Promise(() => undefined);
          }
        },
      });
      await engine.drained();
      await engine.enqueue([{ key: pull(1, 1), priority: 'now' }]);
      await entered.promise;
      const flood = Array.from({ length: 300 }, (_, index) => index + 2);
      await engine.enqueue(flood.map((number) => ({ key: pull(1, number), priority: 'later' as const })));
      await engine.enqueue([1, 2, 3].map((number) => ({ key: pull(2, number), priority: 'later' as const })));
      await engine.enqueue([1000, 1001, 1002].map((number) => ({ key: pull(1, number), priority: 'now' as const })));
      await engine.enqueue([{ key: pull(2, 4), priority: 'now' }]);
      held.resolve();
      await enough.promise;
      expect(order.slice(1, 5).toSorted()).toEqual(['1/pull/1000', '1/pull/1001', '1/pull/1002', '2/pull/4']);
      expect(order.indexOf('2/pull/4')).toBeLessThanOrEqual(2);
      // One by one: the small one is through after a few of the other's 300.
      expect(order.slice(5, 12).filter((key) => key.startsWith('2/'))).toEqual(['2/pull/1', '2/pull/2', '2/pull/3']);
      await store().db.query("update sprintgate_jobs.job set state = 'cancelled' where state < 'completed'");
      void engine.stop();
    });
  });
});
