import { expect, test } from 'vitest';
import { checkCarried } from '../../../src/store/carry/check-carried.ts';
import { importStore } from '../../../src/store/carry/import-store.ts';
import { lineChain } from '../../../src/store/carry/line-chain.ts';
import { migrations } from '../../../src/store/migrations.ts';
import { onEveryStore } from '../../support/every-store.ts';

const names = migrations.map(({ name }) => name);

async function* exported(carried: readonly string[]): AsyncGenerator<string> {
  const chain = lineChain();
  const head = { format: 'sprintgate-store', version: 1, at: '2027-01-12T18:00:00Z', migrations: carried };
  yield chain.seal({ kind: 'head', json: JSON.stringify(head) });
  yield chain.seal({ kind: 'table', json: '{"table":"repositories","columns":["id","owner","name","installation","seen_at"]}' });
  yield chain.seal({ kind: 'row', json: '{"id":7,"owner":"acme","name":"shop","installation":null,"seen_at":"2027-01-12T18:00:00.123456+00:00"}' });
  yield chain.seal({ kind: 'end', json: '{"rows":{"repositories":1}}' });
}

onEveryStore((store) => {
  test('an export of an older version is loaded as it was, and then migrated', async () => {
    const { db } = store();
    const older = names.slice(0, names.indexOf('006-known-state') + 1);
    const { head } = await checkCarried(exported(older));
    expect(await importStore(db, head, exported(older))).toBe(1);
    expect(await db.query('select owner, commands_read_at from sprintgate.repositories')).toEqual([{ owner: 'acme', commands_read_at: null }]);
    const applied = await db.query<{ name: string }>('select name from sprintgate.migrations');
    expect(applied.map(({ name }) => name).sort()).toEqual([...names].sort());
  });
});

test('an export of a newer version is refused before anything is read of it', async () => {
  await expect(checkCarried(exported([...names, '999-later']))).rejects.toThrow(/written by a newer Sprintgate \(its tables have 999-later\)/);
});
