import { expect, test } from 'vitest';
import { checkCarried } from '../../src/store/carry/check-carried.ts';
import { importStore } from '../../src/store/carry/import-store.ts';
import { type CarriedLine, lineChain } from '../../src/store/carry/line-chain.ts';
import { findRepository } from '../../src/store/known/find-repository.ts';
import { rememberRepository } from '../../src/store/known/remember-repository.ts';
import { migrations } from '../../src/store/migrations.ts';
import { onEveryStore } from '../support/every-store.ts';

const hostile = `x'); drop table sprintgate.decisions; -- " $1 \\ ; ñ`;

onEveryStore((store) => {
  test('a name that is SQL is a name, and no table is touched', async () => {
    const { db, inbox } = store();
    await rememberRepository(db, { id: 7, owner: hostile, name: hostile, installation: 1 });
    expect(await findRepository(db, 7)).toMatchObject({ owner: hostile, name: hostile });
    await inbox.append({ id: hostile, event: 'ping', body: '{}' });
    expect(await inbox.append({ id: hostile, event: 'ping', body: '{}' })).toBe(false);
    expect(await db.query('select 1 from sprintgate.decisions')).toEqual([]);
  });

  test('an export that names tables and columns as SQL is refused, and nothing of it is imported', async () => {
    const { db } = store();
    const head = { format: 'sprintgate-store', version: 1, at: '2027-01-12T18:00:00Z', migrations: migrations.map(({ name }) => name) } as const;
    const forged: readonly CarriedLine[] = [
      { kind: 'head', json: JSON.stringify(head) },
      { kind: 'table', json: JSON.stringify({ table: 'releases', columns: ['repository', 'pull'] }) },
      { kind: 'row', json: '{"repository":1,"pull":2}' },
      { kind: 'table', json: JSON.stringify({ table: 'decisions"; drop table sprintgate.decisions; --', columns: ['id") values (1); --'] }) },
      { kind: 'row', json: '{"id":"a"}' },
      { kind: 'end', json: JSON.stringify({ rows: { releases: 1, 'decisions"; drop table sprintgate.decisions; --': 1 } }) },
    ];
    const lines = () => sealed(forged);
    const carried = await checkCarried(lines());
    await expect(importStore(db, carried.head, lines())).rejects.toThrow(/does not exist/);
    expect(await db.query('select 1 from sprintgate.decisions')).toEqual([]);
    expect(await db.query('select 1 from sprintgate.releases')).toEqual([]);
  });
});

async function* sealed(lines: readonly CarriedLine[]): AsyncGenerator<string> {
  const chain = lineChain();
  for (const line of lines) yield chain.seal(line);
}
