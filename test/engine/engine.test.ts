import { describe, expect, it } from 'vitest';
import { formatKey, type Key } from '../../src/core/keys/key.ts';
import type { KeyedWork } from '../../src/core/keys/keyed-work.ts';
import { listDeadLetters } from '../../src/engine/dead-letters/list-dead-letters.ts';
import { startEngine, type Engine, type EngineOptions } from '../../src/engine/start-engine.ts';
import { rememberRepository } from '../../src/store/known/remember-repository.ts';
import { saveGoodOrganisationConfig } from '../../src/store/known/save-good-organisation-config.ts';
import { saveGoodPolicy } from '../../src/store/known/save-good-policy.ts';
import { savePull } from '../../src/store/known/save-pull.ts';
import type { Store } from '../../src/store/store.ts';
import { onEveryStore } from '../support/every-store.ts';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const pull = (number: number): Key => ({ kind: 'pull', repository: 1, number });
const now = (key: Key): KeyedWork => ({ key, priority: 'now' });

async function withEngine(store: Store, options: Partial<EngineOptions>, test: (engine: Engine) => Promise<void>): Promise<void> {
  const engine = await startEngine({ store, log: silent, reconcile: async () => undefined, workOf: async () => [], resolveHead: async () => [], ...options });
  try {
    await test(engine);
  } finally {
    await engine.stop();
  }
}

/** A reconcile that notes the keys, and can be held at a gate. */
function recorder() {
  const seen: string[] = [];
  return {
    seen,
    reconcile: async (key: Key) => {
      seen.push(formatKey(key));
    },
  };
}

describe('the engine', () => {
  onEveryStore((store) => {
    it('works a delivery once, soon after it was accepted, however often it is sent', async () => {
      const { seen, reconcile } = recorder();
      const workOf: EngineOptions['workOf'] = async (delivery) => [now(pull(Number(delivery.body)))];
      await withEngine(store(), { reconcile, workOf }, async (engine) => {
        const started = performance.now();
        const delivery = { id: 'guid', event: 'pull_request', body: '7' };
        expect(await Promise.all([engine.accept(delivery), engine.accept(delivery)])).toContain(true);
        await engine.drained();
        expect(await engine.accept(delivery)).toBe(false);
        await engine.drained();
        expect(seen).toEqual(['1/pull/7']);
        expect(performance.now() - started).toBeLessThan(5_000);
      });
    });

    it('lets one job of a key wait, and looks again after a change that came while it looked', async () => {
      const starts: string[] = [];
      const entered = Promise.withResolvers<void>();
      const leave = Promise.withResolvers<void>();
      let running = 0;
      let most = 0;
      const reconcile = async (key: Key) => {
        running += 1;
        most = Math.max(most, running);
        starts.push(formatKey(key));
        entered.resolve();
        if (starts.length === 1) await leave.promise;
        running -= 1;
      };
      await withEngine(store(), { reconcile }, async (engine) => {
        // The sweep of its own start is a job like any other, and would be counted.
        await engine.drained();
        await engine.enqueue([now(pull(1))]);
        await entered.promise;
        for (let n = 0; n < 5; n += 1) await engine.enqueue([now(pull(1))]);
        expect(await engine.counts()).toMatchObject({ waiting: 1, active: 1 });
        leave.resolve();
        await engine.drained();
        expect(starts).toEqual(['1/pull/1', '1/pull/1']);
        expect(most).toBe(1);
      });
    });

    it('works different keys side by side, and what is waited for before fan-out', async () => {
      const order: string[] = [];
      const leave = Promise.withResolvers<void>();
      const entered = Promise.withResolvers<void>();
      const reconcile = async (key: Key) => {
        order.push(formatKey(key));
        if (order.length === 1) {
          entered.resolve();
          await leave.promise;
        }
      };
      await withEngine(store(), { reconcile, concurrency: 1 }, async (engine) => {
        await engine.enqueue([now(pull(100))]);
        await entered.promise;
        await engine.enqueue([1, 2, 3].map((number) => ({ key: pull(number), priority: 'later' as const })));
        await engine.enqueue([now(pull(4)), now(pull(3))]);
        leave.resolve();
        await engine.drained();
        // Job 3 was there as fan-out and was raised by the second request; it takes its turn after 4.
        expect(order).toEqual(['1/pull/100', '1/pull/4', '1/pull/3', '1/pull/1', '1/pull/2']);
      });
    });

    it('fans a policy out to the open pull requests, recently active first, each once', async () => {
      const { db } = store();
      for (const [number, updatedAt] of [
        [1, '2027-01-01T00:00:00Z'],
        [2, '2027-01-03T00:00:00Z'],
        [3, '2027-01-02T00:00:00Z'],
      ] as const) {
        await savePull(db, { repository: 1, number, headSha: `sha${number}`, baseRef: 'main', open: number !== 3, updatedAt });
      }
      const { seen, reconcile } = recorder();
      await withEngine(store(), { reconcile, concurrency: 1 }, async (engine) => {
        await engine.enqueue([{ key: { kind: 'policy', repository: 1 }, priority: 'now', fanOut: 'open-pulls' }, now(pull(2))]);
        await engine.drained();
        expect(seen).toEqual(['1/policy', '1/pull/2', '1/pull/1']);
      });
    });

    it('takes a merge for a reason to look at the others only where one can end a sign-off', async () => {
      const { db } = store();
      const pullOf = (repository: number) => ({ repository, number: 4, headSha: 'sha', baseRef: 'main', open: true, updatedAt: '2027-01-01T00:00:00Z' });
      for (const repository of [1, 2, 3, 4]) {
        await rememberRepository(db, { id: repository, owner: repository === 3 ? 'Acme' : 'other', name: `r${repository}`, installation: 9 });
        await savePull(db, pullOf(repository));
        const text = repository === 1 ? 'checkpoints: { s: { void: on-merge } }' : repository === 4 ? 'playbook: ours@1' : 'tier: 1';
        await saveGoodPolicy(db, repository, { file: 'f', text, commit: 'c' });
      }
      await saveGoodOrganisationConfig(db, 'acme', { file: 'f', text: 'checkpoints: { s: { void: on-merge } }', commit: 'c' });
      const { seen, reconcile } = recorder();
      await withEngine(store(), { reconcile, voidingPlaybooks: async () => ['ours@1'] }, async (engine) => {
        await engine.drained();
        seen.length = 0;
        await engine.enqueue([1, 2, 3, 4].map((repository) => ({ merge: { repository }, priority: 'later' as const })));
        await engine.drained();
        expect(seen.toSorted()).toEqual(['1/pull/4', '3/pull/4', '4/pull/4']);
      });
    });

    it('finds the pull requests of a commit in its index, and asks GitHub when it knows none', async () => {
      await savePull(store().db, { repository: 1, number: 5, headSha: 'known', baseRef: 'main', open: true, updatedAt: '2027-01-01T00:00:00Z' });
      const asked: string[] = [];
      const resolveHead = async (_repository: number, sha: string) => {
        asked.push(sha);
        return [6];
      };
      const { seen, reconcile } = recorder();
      await withEngine(store(), { reconcile, resolveHead }, async (engine) => {
        await engine.enqueue(['known', 'unknown'].map((sha) => ({ head: { repository: 1, sha }, priority: 'now' as const })));
        await engine.drained();
        expect(seen.toSorted()).toEqual(['1/pull/5', '1/pull/6']);
        expect(asked).toEqual(['unknown']);
      });
    });

    it('tries a key again that failed, and leaves other keys alone', async () => {
      const attempts: string[] = [];
      const reconcile = async (key: Key) => {
        attempts.push(formatKey(key));
        if (attempts.length === 1) throw new Error('GitHub answered 502');
      };
      await withEngine(store(), { reconcile }, async (engine) => {
        await engine.enqueue([now(pull(1))]);
        await engine.drained();
        expect(attempts).toEqual(['1/pull/1', '1/pull/1']);
        expect(await engine.counts()).toEqual({ deliveries: 0, waiting: 0, active: 0, dead: 0 });
      });
    });

    it('keeps what cannot be reconciled for good where an operator finds it, and says so loudly', async () => {
      const errors: string[] = [];
      const log = {
        ...silent,
        error: (_facts: object, message: string) => {
          errors.push(message);
        },
      };
      await withEngine(
        store(),
        {
          log,
          reconcile: async () => {
            throw new Error('never');
          },
        },
        async (engine) => {
          await engine.enqueue([now(pull(1))]);
          const { db } = store();
          while ((await engine.counts()).dead === 0) {
            // PGlite answers without leaving the current turn of the event loop; workers need theirs.
            await new Promise((resolve) => {
              setImmediate(resolve);
            });
            // Stands in for the hour that eighteen attempts take.
            await db.exec("update sprintgate_jobs.job set retry_count = retry_limit, start_after = now() where state = 'retry' and name = 'keys'");
          }
          await engine.drained();
          expect(errors).toEqual(['key given up after its last attempt; kept in the dead-letter queue']);
        },
      );
    });

    it('looks at a key again when its time has come, and not before', async () => {
      const { seen, reconcile } = recorder();
      await withEngine(store(), { reconcile }, async (engine) => {
        await engine.wakeAt(pull(1), '2999-01-01T00:00:00Z');
        await engine.drained();
        expect(seen).toEqual([]);
        await engine.enqueue([now(pull(1))]);
        await engine.drained();
        await engine.wakeAt(pull(1), '2020-01-01T00:00:00Z');
        await engine.drained();
        expect(seen).toEqual(['1/pull/1', '1/pull/1']);
      });
    });

    it('keeps what is to be looked at again over a restart', async () => {
      const { seen, reconcile } = recorder();
      await withEngine(store(), { reconcile }, (engine) => engine.wakeAt({ kind: 'register', repository: 1 }, '2999-01-01T00:00:00Z'));
      // Its time comes while nobody runs.
      await store().db.query("update sprintgate_jobs.job set start_after = now() where name = 'wakes' and singleton_key = $1", ['1/register']);
      await withEngine(store(), { reconcile }, async (engine) => {
        await engine.drained();
        expect(seen).toContain('1/register');
      });
    });

    it('sweeps every known repository with its open pull requests, at its start and on request', async () => {
      const { db } = store();
      await rememberRepository(db, { id: 1, owner: 'acme', name: 'a', installation: 9 });
      await rememberRepository(db, { id: 2, owner: 'acme', name: 'gone', installation: null });
      await savePull(db, { repository: 1, number: 5, headSha: 's', baseRef: 'main', open: true, updatedAt: '2027-01-01T00:00:00Z' });
      const { seen, reconcile } = recorder();
      await withEngine(store(), { reconcile }, async (engine) => {
        await engine.drained();
        expect(seen.toSorted()).toEqual(['1/policy', '1/pull/5', '1/register', '9/install']);
        await engine.sweep();
        await engine.drained();
        expect(seen).toHaveLength(8);
      });
    });

    it('sweeps the installations that GitHub knows; without an answer those that it knows itself', async () => {
      await rememberRepository(store().db, { id: 1, owner: 'acme', name: 'a', installation: 9 });
      const answers = [
        async () => [9, 10],
        async () => {
          throw new Error('GitHub is down');
        },
      ];
      const { seen, reconcile } = recorder();
      await withEngine(store(), { reconcile, installations: async () => (answers.shift() ?? (async () => []))() }, async (engine) => {
        await engine.drained();
        expect(seen.toSorted()).toEqual(['1/policy', '1/register', '10/install', '9/install']);
        await engine.sweep();
        await engine.drained();
        expect(seen.toSorted()).toEqual(['1/policy', '1/policy', '1/register', '1/register', '10/install', '9/install', '9/install']);
      });
    });

    it('sweeps what was given up, of any kind, and says when a look succeeded', async () => {
      const key: Key = { kind: 'seed', repository: 1, unit: '.' };
      let broken = true;
      const { seen, reconcile: note } = recorder();
      const reconcile = async (one: Key) => {
        if (broken) throw new Error('never');
        await note(one);
      };
      await withEngine(store(), { reconcile }, async (engine) => {
        await engine.enqueue([now(key)]);
        const { db } = store();
        while ((await engine.counts()).dead === 0) {
          await new Promise((resolve) => {
            setImmediate(resolve);
          });
          await db.exec("update sprintgate_jobs.job set retry_count = retry_limit, start_after = now() where state = 'retry' and name = 'seed'");
        }
        broken = false;
        await engine.sweep();
        await engine.drained();
        expect(seen).toEqual(['1/seed/.']);
        expect((await engine.counts()).dead).toBe(0);
        expect(await listDeadLetters(db)).toEqual([]);
        expect(await listDeadLetters(db, 'all')).toMatchObject([
          { key: '1/seed/.', reason: 'never', attempts: expect.any(Number), resolvedAt: expect.stringMatching(/Z$/) },
        ]);
      });
    });

    it('works at its start what another left behind in the inbox', async () => {
      await store().inbox.append({ id: 'left', event: 'push', body: '3' });
      await store().inbox.append({ id: 'claimed', event: 'push', body: '4' });
      const { seen, reconcile } = recorder();
      const workOf: EngineOptions['workOf'] = async (delivery) => [now(pull(Number(delivery.body)))];
      await withEngine(store(), { reconcile, workOf }, async (engine) => {
        await engine.drained();
        expect(seen.toSorted()).toEqual(['1/pull/3', '1/pull/4']);
      });
    });

    it('gives a delivery up after its attempts, keeping the reason', async () => {
      await store().inbox.append({ id: 'poison', event: 'push', body: '{' });
      await store().db.exec('update sprintgate.inbox set attempts = 14');
      await withEngine(
        store(),
        {
          workOf: async () => {
            throw new Error('not JSON');
          },
        },
        async (engine) => {
          await engine.drained();
          expect(await store().db.query('select error, done_at is not null as done from sprintgate.inbox')).toEqual([{ error: 'not JSON', done: true }]);
        },
      );
    });
  });
});
