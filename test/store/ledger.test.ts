import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { packSnapshot } from '../../src/core/ledger/pack-snapshot.ts';
import { policyContent } from '../../src/core/policy/policy-content.ts';
import { sha256 } from '../../src/core/markers/digest.ts';
import { deriveReceiptKey } from '../../src/core/people/derive-receipt-key.ts';
import { printReceiptKey } from '../../src/core/people/receipt-public-key.ts';
import type { Decision } from '../../src/core/people/decision.ts';
import type { Policy } from '../../src/core/policy/policy.ts';
import type { PullSnapshot } from '../../src/core/snapshot/pull-snapshot.ts';
import { appendLedgerEntry } from '../../src/store/ledger/append-ledger-entry.ts';
import { eraseEntries } from '../../src/store/ledger/erase-entries.ts';
import { keepPolicy } from '../../src/store/ledger/keep-policy.ts';
import { ledgerHead } from '../../src/store/ledger/ledger-head.ts';
import { listLedger } from '../../src/store/ledger/list-ledger.ts';
import { readSnapshot } from '../../src/store/ledger/read-snapshot.ts';
import { verifyLedger } from '../../src/store/ledger/verify-ledger.ts';
import { appendDecision } from '../../src/store/people/append-decision.ts';
import type { Store } from '../../src/store/store.ts';
import { onEveryStore } from '../support/every-store.ts';

const at = '2027-01-11T10:00:00Z';
const appKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const keys = deriveReceiptKey(appKey, 7);
const content = { tier: 4, components: [] };
const policy = sha256(policyContent(content as unknown as Policy));

function snapshotOf(number: number): PullSnapshot {
  const tree = Array.from({ length: 900 }, (_, index) => `src/module-${index}/index.ts`);
  return { now: at, headSha: String(number), tree, evidence: { bundles: [], runningWorkflows: [], refused: [] } } as unknown as PullSnapshot;
}

/** Three decisions about pull requests, each with its outcome, and one of a person, as the engine appends them: eight entries. */
async function filled({ db }: Store): Promise<void> {
  await keepPolicy(db, policy, policyContent(content as unknown as Policy));
  for (const number of [1, 2, 3]) {
    const packed = packSnapshot(snapshotOf(number));
    const record = { repository: 1, at, subject: `1/pull/${number}` };
    const payload = { decision: { engine: '0.1.0', policy, gates: [] }, plan: [{ do: 'create-check' }], snapshots: [packed.digest] };
    await appendLedgerEntry(db, { ...record, kind: 'decision', payload, snapshots: [packed] });
    await appendLedgerEntry(db, { ...record, kind: 'outcome', payload: [{ do: 'create-check', id: number }] });
  }
  const decision = { id: 'd-1', kind: 'approve', repository: 1, subject: 'architecture-review', at, by: { id: 3, login: 'ana' } } as unknown as Decision;
  const record = { repository: 1, at, subject: '1/issue/4' };
  await appendLedgerEntry(db, { ...record, kind: 'decision', payload: { decision: { decisions: [decision] }, plan: [] } });
  await appendLedgerEntry(db, { ...record, kind: 'outcome', payload: [{ do: 'create-comment', id: 9 }] });
  await appendDecision(db, decision);
}

async function faults({ db }: Store, against: object = {}): Promise<string[]> {
  const report = await verifyLedger(db, { repository: 1, ...against });
  return report.faults.map(({ seq, fault }) => `${seq ?? '-'} ${fault}`);
}

/** What the owner of the database can do, who may switch everything off that guards it. */
async function asOwner({ db }: Store, sql: string): Promise<void> {
  await db.transaction(async (transaction) => transaction.exec(`set local session_replication_role = replica; ${sql}`));
}

const changes = [
  'update sprintgate.ledger set kind = kind',
  'delete from sprintgate.ledger where seq = 3',
  'truncate sprintgate.ledger cascade',
  "update sprintgate.ledger_payloads set payload = '{}' where seq = 2",
  'update sprintgate.ledger_payloads set payload = null, salt = null, erased_at = now() where seq = 2',
  'delete from sprintgate.ledger_payloads where seq = 2',
  'truncate sprintgate.ledger_payloads',
  'update sprintgate.ledger_parts set packed = packed',
  'delete from sprintgate.ledger_parts',
  'truncate sprintgate.ledger_parts',
  'delete from sprintgate.decisions',
  'truncate sprintgate.decisions',
  'update sprintgate.policies set content = content',
  'truncate sprintgate.policies',
];

describe('the ledger', () => {
  onEveryStore((store) => {
    it('links each entry to the one before, per repository, and verifies', async () => {
      const { db } = store();
      await filled(store());
      await appendLedgerEntry(db, { repository: 2, at, kind: 'plan', subject: '2/policy', payload: null });
      const entries = await listLedger(db, { repository: 1, after: 0, limit: 10 });
      expect(entries.map((entry) => entry.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(entries[1]?.previous).toBe(entries[0]?.digest);
      expect(entries[3]?.payload).toBe('[{"do":"create-check","id":2}]');
      expect(await verifyLedger(db, { repository: 1 })).toMatchObject({ entries: 8, erased: 0, unproven: 0, head: await ledgerHead(db, 1), faults: [] });
      expect((await verifyLedger(db, { repository: 2 })).entries).toBe(1);
      expect((await listLedger(db, { repository: 1, after: 0, limit: 10, subject: '1/pull/2' })).map((entry) => entry.seq)).toEqual([3, 4]);
    });

    it('keeps one chain when many append at once', async () => {
      const { db } = store();
      await Promise.all(Array.from({ length: 12 }, (_, n) => appendLedgerEntry(db, { repository: 1, at, kind: 'decision', subject: 's', payload: n })));
      expect(await verifyLedger(db, { repository: 1 })).toMatchObject({ entries: 12, faults: [] });
    });

    it('keeps what was seen whole, and what several decisions saw once', async () => {
      const { db } = store();
      await filled(store());
      const [entry] = await listLedger(db, { repository: 1, after: 2, limit: 1 });
      expect(await readSnapshot(db, { repository: 1, digest: entry?.snapshots[0] ?? '' })).toEqual(snapshotOf(2));
      const [row] = await db.query<{ count: number }>('select count(*) as count from sprintgate.ledger_parts');
      // A root for each decision; their tree, in its runs, once.
      expect(row?.count).toBeLessThan(3 + new Set(packSnapshot(snapshotOf(1)).parts).size);
    });

    it('refuses to change, delete or empty anything, and to erase outside of an erasure', async () => {
      await filled(store());
      for (const sql of changes) await expect(store().db.exec(sql)).rejects.toThrow(/never changed/);
      expect(await faults(store())).toEqual([]);
    });

    it('finds a cut-off tail only against a head that was published elsewhere', async () => {
      const { db } = store();
      await filled(store());
      const head = await ledgerHead(db, 1);
      await asOwner(
        store(),
        'delete from sprintgate.ledger_payloads where seq > 6; delete from sprintgate.ledger where seq > 6; delete from sprintgate.decisions',
      );
      expect(await faults(store())).toEqual([]);
      expect(await faults(store(), { published: [head] })).toEqual(['8 head-differs']);
    });

    it('still verifies after an entry was erased, with what it alone rested on, and says so in a signed entry', async () => {
      const { db } = store();
      await filled(store());
      const before = await listLedger(db, { repository: 1, after: 2, limit: 1 });
      const erasure = { repository: 1, what: { seq: 3 }, at, because: 'asked by the person', keys };
      expect(await eraseEntries(db, erasure)).toEqual({ tombstone: expect.objectContaining({ from: 3, to: 3, entries: 1 }), parts: 1 });
      expect(await eraseEntries(db, erasure)).toEqual({ tombstone: null, parts: 0 });
      const [entry] = await listLedger(db, { repository: 1, after: 2, limit: 1 });
      expect(entry).toMatchObject({ seq: 3, payload: null, salt: null, erasedAt: at, snapshots: [], digest: before[0]?.digest });
      expect(await readSnapshot(db, { repository: 1, digest: before[0]?.snapshots[0] ?? '' })).toBeNull();
      expect(await verifyLedger(db, { repository: 1 })).toMatchObject({ entries: 9, erased: 1, faults: [] });
      expect(await faults(store(), { keys: [printReceiptKey(keys.publicKey)] })).toEqual([]);
      expect(await faults(store(), { keys: [printReceiptKey(deriveReceiptKey(appKey, 8).publicKey)] })).toEqual(['9 unknown-key']);
    });

    it('lets go of everything before a date, and finds what was emptied under the cover of that', async () => {
      const { db } = store();
      await filled(store());
      await appendLedgerEntry(db, { repository: 1, at: '2028-01-01T00:00:00Z', kind: 'outcome', subject: '1/pull/9', payload: [] });
      const report = await eraseEntries(db, {
        repository: 1,
        what: { before: '2027-12-31T00:00:00Z' },
        at: '2028-02-01T00:00:00Z',
        because: 'retention',
        keys,
      });
      expect(report.tombstone).toMatchObject({ kind: 'retention', from: 1, to: 8, entries: 8 });
      expect(await verifyLedger(db, { repository: 1 })).toMatchObject({ entries: 10, erased: 8, parts: 0, unproven: 1, faults: [] });
      await asOwner(
        store(),
        "update sprintgate.ledger_payloads set payload = null, salt = null, erased_at = '2028-02-01T00:00:00Z', erased_because = 'retention' where seq = 9",
      );
      expect(await faults(store())).toEqual(['9 unexplained-erasure']);
    });
  });
});
