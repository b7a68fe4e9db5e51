import { expect, test } from 'vitest';
import { findRead } from '../../src/store/reads/find-read.ts';
import { forgetReads } from '../../src/store/reads/forget-reads.ts';
import { keepRead } from '../../src/store/reads/keep-read.ts';
import { onEveryStore } from '../support/every-store.ts';

onEveryStore((store) => {
  const at = { repository: 7, kind: 'tree', key: 'abc' } as const;

  test('what was kept comes back as it was, of its own repository and kind', async () => {
    const { db } = store();
    await keepRead(db, { ...at, on: '2027-01-01' }, ['src/a.ts', 'docs/ñandú.md']);
    expect(await findRead(db, { ...at, on: '2027-01-02' })).toEqual(['src/a.ts', 'docs/ñandú.md']);
    expect(await findRead(db, { ...at, repository: 8, on: '2027-01-02' })).toBeNull();
    expect(await findRead(db, { ...at, kind: 'run', on: '2027-01-02' })).toBeNull();
    await keepRead(db, { ...at, on: '2027-01-02' }, []);
    expect(await findRead(db, { ...at, on: '2027-01-02' })).toEqual([]);
  });

  test('what was not used for 30 days is forgotten; being asked for is use', async () => {
    const { db } = store();
    for (const key of ['used', 'unused']) await keepRead(db, { repository: 9, kind: 'tree', key, on: '2027-01-01' }, key);
    await findRead(db, { repository: 9, kind: 'tree', key: 'used', on: '2027-01-20' });
    await forgetReads(db, 9, '2027-01-31');
    expect(await findRead(db, { repository: 9, kind: 'tree', key: 'unused', on: '2027-01-31' })).toBe('unused');
    await findRead(db, { repository: 9, kind: 'tree', key: 'used', on: '2027-01-31' });
    await forgetReads(db, 9, '2027-03-02');
    await keepRead(db, { repository: 9, kind: 'tree', key: 'new', on: '2027-03-02' }, 'new');
    await forgetReads(db, 9, '2027-03-02');
    expect(await findRead(db, { repository: 9, kind: 'tree', key: 'used', on: '2027-03-02' })).toBe('used');
    await forgetReads(db, 9, '2027-04-20');
    expect(await findRead(db, { repository: 9, kind: 'tree', key: 'used', on: '2027-04-20' })).toBeNull();
  });

  test('of a repository that the app has left nothing stays', async () => {
    const { db } = store();
    await keepRead(db, { repository: 11, kind: 'tree', key: 'left', on: '2027-01-01' }, 'left');
    const rows = async () => (await db.query('select key from sprintgate.kept_reads where repository = 11')).length;
    await forgetReads(db, 12, '2027-02-28');
    expect(await rows()).toBe(1);
    await Promise.all([12, 13].map((other) => forgetReads(db, other, '2027-03-03')));
    expect(await rows()).toBe(0);
  });
});
