import { createBoss } from './create-boss.ts';
import { createQueues } from './create-queues.ts';
import type { EngineConnection, EngineDatabase } from './engine-store.ts';
import type { KeyJob } from './enqueue-key.ts';
import { jobSchema } from './job-schema.ts';
import { queues } from './queues.ts';

/** A key whose look is owed, and when: ISO time. */
export interface OwedLook {
  readonly key: string;
  readonly at: string;
}

const owedSql = `
  select data->>'key' as key, min(to_json(start_after)#>>'{}') as at from ${jobSchema}.job
  where data->>'key' is not null and state in ('created', 'retry', 'active') group by 1 order by 1`;

/** Keys that wait, that are worked, that are to be looked at later, and that were given up: what a copy of the database must look at too. */
export async function owedKeys(db: EngineDatabase): Promise<OwedLook[]> {
  const [table] = await db.query<{ there: boolean }>(`select to_regclass('${jobSchema}.job') is not null as there`);
  if (!table?.there) return [];
  const rows = await db.query<OwedLook>(owedSql);
  return rows.map(({ key, at }) => ({ key, at: new Date(at).toISOString() }));
}

/** Has these keys looked at by whoever works this database next, at their time. Done twice it is as done once. */
export async function oweKeys(connection: EngineConnection, looks: readonly OwedLook[]): Promise<void> {
  const boss = createBoss(connection);
  boss.on('error', () => undefined);
  await boss.start();
  try {
    await createQueues(boss);
    for (const { key, at } of looks) {
      const job: KeyJob = { key };
      await boss.upsert(queues.wakes, job, { singletonKey: key, startAfter: at });
    }
  } finally {
    await boss.stop({ graceful: true, timeout: 5_000 });
  }
}
