import { describe, expect, it } from 'vitest';
import { formatKey, type Key } from '../../src/core/keys/key.ts';
import { startEngine } from '../../src/engine/start-engine.ts';
import { onEveryStore } from '../support/every-store.ts';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** The same numbers at each run, from 0 up to 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const turn = () =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

describe('the work of a key, with several processes', () => {
  onEveryStore((store) => {
    it('at most one runs and one waits at any moment, and what happens during a run is looked at after it', async () => {
      const random = numbers(20_270_111);
      const keys = Array.from({ length: 7 }, (_, index): Key => ({ kind: 'pull', repository: 1, number: index + 1 }));
      const running = new Set<string>();
      const sent = new Map<string, number>();
      const begun = new Map<string, number>();
      const wrong: string[] = [];
      let clock = 0;
      let runs = 0;
      const reconcile = async (key: Key) => {
        const text = formatKey(key);
        if (running.has(text)) wrong.push(`${text} runs twice`);
        running.add(text);
        runs += 1;
        clock += 1;
        begun.set(text, clock);
        const sql = "select count(*)::int as waiting from sprintgate_jobs.job where name = 'keys' and singleton_key = $1 and state = 'created'";
        const [row] = await store().db.query<{ waiting: number }>(sql, [text]);
        if ((row?.waiting ?? 0) > 1) wrong.push(`${row?.waiting} of ${text} wait`);
        const fails = random() < 0.05;
        for (let turns = Math.floor(random() * 40); turns > 0; turns -= 1) await turn();
        running.delete(text);
        if (fails) throw new Error('GitHub answered 502');
      };
      const options = { store: store(), log: silent, reconcile, workOf: async () => [], resolveHead: async () => [], concurrency: 3 };
      const engines = [await startEngine(options), await startEngine(options), await startEngine(options)];
      try {
        for (let count = 0; count < 60; count += 1) {
          const key = keys[Math.floor(random() * keys.length)];
          const engine = engines[Math.floor(random() * engines.length)];
          if (!key || !engine) continue;
          clock += 1;
          sent.set(formatKey(key), clock);
          await engine.enqueue([{ key, priority: random() < 0.5 ? 'now' : 'later' }]);
          for (let turns = Math.floor(random() * 20); turns > 0; turns -= 1) await turn();
        }
        await engines[0]?.drained();
        expect(wrong).toEqual([]);
        expect([...sent].filter(([text, at]) => (begun.get(text) ?? 0) < at)).toEqual([]);
        expect(runs).toBeGreaterThan(keys.length);
      } finally {
        await Promise.all(engines.map((engine) => engine.stop()));
      }
    }, 60_000);
  });
});
