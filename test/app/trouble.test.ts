import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidenceHere } from '../../src/app/evidence/evidence-here.ts';
import { listDeadLetters } from '../../src/engine/dead-letters/list-dead-letters.ts';
import { retryDeadLetters } from '../../src/engine/dead-letters/retry-dead-letters.ts';
import { openSmallPull, smallConfig, type Stage, startStage } from '../support/stage.ts';

const secret = 'ghs_0123456789abcdef0123456789abcdef0123';
let broken = false;
let stage: Stage;
beforeAll(async () => {
  const here = evidenceHere;
  stage = await startStage({
    evidence: {
      ...here,
      judge: async (snapshot, by) => {
        if (broken) throw new RangeError(`judging fell over, with ${secret} at @ana`);
        return here.judge(snapshot, by);
      },
    },
  });
});
afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

/** Stands in for the minutes between attempts. */
async function attempts(count: number, key: string): Promise<void> {
  const { db } = stage.store;
  const sql =
    "update sprintgate_jobs.job set retry_count = $2::int - 1, start_after = now() where name = 'keys' and state = 'retry' and singleton_key = $1 returning 1";
  while ((await db.query(sql, [key, String(count)])).length === 0) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

describe('a key that fails again and again', () => {
  it('ends its checks as not to be evaluated, with the reason and the next step; in the end it is in the list, until a look succeeds', async () => {
    const repository = await stage.repository('poison', { config: smallConfig.replace('locale: en', 'locale: es') });
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    await stage.settle();
    const { headSha } = pull.pull;
    const check = (gate: string) => stage.check(repository, headSha, gate);
    expect(check('policy')?.conclusion).toBe('success');
    const key = `${repository.id}/pull/${pull.number}`;
    const look = { key: { kind: 'pull', repository: repository.id, number: pull.number }, priority: 'now' } as const;

    broken = true;
    await stage.app.context.enqueue([look]);
    await attempts(8, key);
    await until(() => check('policy')?.conclusion === 'action_required');
    const told = check('policy');
    expect(told?.output.title).toBe('No se puede evaluar: Sprintgate falló varias veces con este commit');
    expect(told?.output.summary).toContain('`judging fell over, with [token] at');
    expect(told?.output.summary).toContain('Re-run');
    expect(told?.output.summary).toContain(key);
    await until(() => check('coverage')?.conclusion === 'action_required' && check('readiness')?.conclusion === 'action_required');
    expect(check('quality')).toBeNull();

    const writes = repository.checkRuns.size;
    await attempts(18, key);
    await until(async () => (await listDeadLetters(stage.store.db)).length === 1);
    expect(repository.checkRuns.size).toBe(writes);
    expect(check('policy')?.output.summary).toContain('dejó de intentarlo');
    expect(await listDeadLetters(stage.store.db)).toMatchObject([{ key, reason: expect.stringContaining('[token]'), resolvedAt: null }]);
    expect(JSON.stringify(await stage.store.db.query('select * from sprintgate_jobs.job'))).not.toContain(secret);
    expect(JSON.stringify(await stage.ledger(repository))).not.toContain(secret);

    broken = false;
    expect(await retryDeadLetters(stage.store, [key, '1/pull/1'])).toEqual([key]);
    await stage.settle();
    expect(check('policy')?.conclusion).toBe('success');
    expect(await listDeadLetters(stage.store.db)).toEqual([]);
    expect(await listDeadLetters(stage.store.db, 'all')).toHaveLength(1);
  }, 60_000);

  it('tells a deployment that waits, once', async () => {
    const repository = await stage.repository('poison-deploy', { config: `${smallConfig}environments: { production: readiness }\n` });
    const { people } = stage.github;
    people.guardEnvironment({ repository, environment: 'production' });
    const { run } = people.runWorkflow({ repository, as: 'luis', path: '.github/workflows/deploy.yml', event: 'push', jobs: ['deploy'], conclusion: null });
    await stage.settle();
    broken = true;
    people.deploy({ repository, as: 'luis', run, environment: 'production' });
    await stage.github.settled();
    const key = `${repository.id}/deploy/${run.id}`;
    await attempts(8, key);
    await until(() => run.gates[0]?.reports.length === 1);
    expect(JSON.stringify(run.gates[0]?.reports)).toContain('could not finish (`judging fell over, with [token]');
    await attempts(18, key);
    await until(async () => (await listDeadLetters(stage.store.db)).some((letter) => letter.key === key));
    expect(run.gates[0]?.reports).toHaveLength(1);
    broken = false;
    await stage.app.engine.sweep();
    await stage.settle();
    expect(await listDeadLetters(stage.store.db)).toEqual([]);
  }, 60_000);
});
