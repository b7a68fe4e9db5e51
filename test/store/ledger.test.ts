import { describe, expect, it } from 'vitest';
import { appendLedgerEntry } from '../../src/store/ledger/append-ledger-entry.ts';
import { eraseLedgerPayload } from '../../src/store/ledger/erase-ledger-payload.ts';
import { ledgerHead } from '../../src/store/ledger/ledger-head.ts';
import { listLedger } from '../../src/store/ledger/list-ledger.ts';
import { verifyLedger } from '../../src/store/ledger/verify-ledger.ts';
import type { Store } from '../../src/store/store.ts';
import { onEveryStore } from '../support/every-store.ts';

const at = '2027-01-11T10:00:00Z';

async function filled({ db }: Store): Promise<void> {
  for (const n of [1, 2, 3]) await appendLedgerEntry(db, { repository: 1, at, kind: 'decision', subject: `1/pull/${n}`, payload: { n, who: 'ana' } });
}

async function faults({ db }: Store): Promise<string[]> {
  return (await verifyLedger(db, { repository: 1 })).faults.map(({ seq, fault }) => `${seq} ${fault}`);
}

describe('the ledger', () => {
  onEveryStore((store) => {
    it('links each entry to the one before, per repository, and verifies', async () => {
      const { db } = store();
      await filled(store());
      await appendLedgerEntry(db, { repository: 2, at, kind: 'plan', subject: '2/policy', payload: null });
      const entries = await listLedger(db, { repository: 1, after: 0, limit: 10 });
      expect(entries.map((entry) => entry.seq)).toEqual([1, 2, 3]);
      expect(entries[1]?.previous).toBe(entries[0]?.digest);
      expect(entries[2]?.payload).toBe('{"n":3,"who":"ana"}');
      expect(await verifyLedger(db, { repository: 1 })).toEqual({ entries: 3, erased: 0, head: await ledgerHead(db, 1), faults: [] });
      expect((await verifyLedger(db, { repository: 2 })).entries).toBe(1);
      expect((await listLedger(db, { repository: 1, after: 0, limit: 10, subject: '1/pull/2' })).map((entry) => entry.seq)).toEqual([2]);
    });

    it('keeps one chain when many append at once', async () => {
      const { db } = store();
      await Promise.all(Array.from({ length: 12 }, (_, n) => appendLedgerEntry(db, { repository: 1, at, kind: 'decision', subject: 's', payload: n })));
      expect(await verifyLedger(db, { repository: 1 })).toMatchObject({ entries: 12, faults: [] });
    });

    it('refuses to change or delete an entry', async () => {
      await filled(store());
      await expect(store().db.exec("update sprintgate.ledger set kind = 'x'")).rejects.toThrow(/never changed/);
      await expect(store().db.exec('delete from sprintgate.ledger where seq = 3')).rejects.toThrow(/never changed|foreign key/);
    });

    it.each([
      ['an entry that was changed', "update sprintgate.ledger set kind = 'x' where seq = 2", ['2 changed-entry']],
      [
        'an entry that was changed together with its digest',
        "update sprintgate.ledger set digest = repeat('f', 64) where seq = 2",
        ['2 changed-entry', '3 broken-link'],
      ],
      ['a payload that was changed', "update sprintgate.ledger_payloads set payload = '{}' where seq = 2", ['2 changed-payload']],
      ['a payload that is gone without an erasure', 'delete from sprintgate.ledger_payloads where seq = 2', ['2 missing-payload']],
      ['an entry that is gone', 'delete from sprintgate.ledger_payloads where seq = 2; delete from sprintgate.ledger where seq = 2', ['2 missing-entry']],
    ])('detects %s by the owner of the database', async (_what, sql, expected) => {
      await filled(store());
      await store().db.exec(`alter table sprintgate.ledger disable trigger append_only; ${sql}`);
      expect(await faults(store())).toEqual(expected);
    });

    it('detects a cut-off tail only against a head that was published elsewhere', async () => {
      const { db } = store();
      await filled(store());
      const head = await ledgerHead(db, 1);
      if (!head) throw new Error('there is a head');
      await db.exec(
        'alter table sprintgate.ledger disable trigger append_only; delete from sprintgate.ledger_payloads where seq = 3; delete from sprintgate.ledger where seq = 3',
      );
      expect(await faults(store())).toEqual([]);
      expect((await verifyLedger(db, { repository: 1, published: [head] })).faults).toEqual([{ seq: 3, fault: 'head-differs' }]);
    });

    it('still verifies after a payload was erased, and cannot find the payload again by guessing', async () => {
      const { db } = store();
      await filled(store());
      const erasure = { repository: 1, seq: 2, at, because: 'asked by the person' };
      expect(await eraseLedgerPayload(db, erasure)).toBe(true);
      expect(await eraseLedgerPayload(db, erasure)).toBe(false);
      const [entry] = await listLedger(db, { repository: 1, after: 1, limit: 1 });
      expect(entry).toMatchObject({ seq: 2, payload: null, salt: null, erasedAt: at });
      expect(await verifyLedger(db, { repository: 1 })).toMatchObject({ entries: 3, erased: 1, faults: [] });
    });
  });
});
