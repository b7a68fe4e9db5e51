import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packSnapshot } from '../../src/core/ledger/pack-snapshot.ts';
import { beginning, entryDigest } from '../../src/core/ledger/ledger-entry.ts';
import { sha256 } from '../../src/core/markers/digest.ts';
import type { Decision } from '../../src/core/people/decision.ts';
import { deriveReceiptKey } from '../../src/core/people/derive-receipt-key.ts';
import { printReceiptKey } from '../../src/core/people/receipt-public-key.ts';
import type { Against } from '../../src/core/ledger/verify-chain.ts';
import type { PullSnapshot } from '../../src/core/snapshot/pull-snapshot.ts';
import type { Database } from '../../src/store/database.ts';
import { appendLedgerEntry } from '../../src/store/ledger/append-ledger-entry.ts';
import { eraseEntries } from '../../src/store/ledger/erase-entries.ts';
import { keepPolicy } from '../../src/store/ledger/keep-policy.ts';
import { listLedger } from '../../src/store/ledger/list-ledger.ts';
import { verifyLedger } from '../../src/store/ledger/verify-ledger.ts';
import { appendDecision } from '../../src/store/people/append-decision.ts';
import type { Store } from '../../src/store/store.ts';
import { openTestStore } from '../support/test-store.ts';

const at = '2027-01-11T10:00:00Z';
const appKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await fill(store.db);
});
afterAll(() => store.close());

/** Twenty entries: nine decisions with their outcomes, of which the fourth and the last are a person's, an erasure and its tombstone. */
async function fill(db: Database): Promise<void> {
  const content = '{"tier":4}';
  await keepPolicy(db, sha256(content), content);
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
    const isPerson = number % 5 === 4;
    const tree = Array.from({ length: 900 }, (_, index) => `src/module-${index}/index.ts`);
    const packed = packSnapshot({
      now: at,
      headSha: String(number),
      tree,
      evidence: { bundles: [], runningWorkflows: [], refused: [] },
    } as unknown as PullSnapshot);
    const decision = {
      id: `d-${number}`,
      kind: 'approve',
      repository: 1,
      subject: 'architecture-review',
      at,
      by: { id: 3, login: 'ana' },
    } as unknown as Decision;
    const record = { repository: 1, at, subject: `1/${isPerson ? 'issue' : 'pull'}/${number}` };
    const payload = isPerson
      ? { decision: { decisions: [decision] }, plan: [] }
      : { decision: { engine: '0.1.0', policy: sha256(content), gates: [] }, plan: [], snapshots: [packed.digest] };
    await appendLedgerEntry(db, { ...record, kind: 'decision', payload, snapshots: isPerson ? [] : [packed] });
    await appendLedgerEntry(db, { ...record, kind: 'outcome', payload: [{ do: 'create-check', id: number }] });
    if (isPerson) await appendDecision(db, decision);
  }
  await eraseEntries(db, { repository: 1, what: { seq: 3 }, at, because: 'asked', keys: deriveReceiptKey(appKey, 7) });
  await appendLedgerEntry(db, { repository: 1, at, kind: 'outcome', subject: '1/seed/.', payload: [] });
}

function swap(table: string): string {
  return [
    [10, 99],
    [15, 10],
    [99, 15],
  ]
    .map(([from, to]) => `update sprintgate.${table} set seq = ${to} where seq = ${from}`)
    .join(';');
}

class Undone extends Error {}

/** What verifying finds after the owner of the database, with every guard switched off, did this; it is undone then. */
async function found(tamper: string | ((db: Database) => Promise<void>), against: Against = {}): Promise<string[]> {
  let faults: string[] = [];
  const work = store.db.transaction(async (transaction) => {
    await transaction.exec('set local session_replication_role = replica');
    await (typeof tamper === 'string' ? transaction.exec(tamper) : tamper(transaction));
    const report = await verifyLedger(transaction, { repository: 1, ...against });
    faults = report.faults.map(({ seq, fault }) => `${seq ?? '-'} ${fault}`);
    throw new Undone();
  });
  await expect(work).rejects.toThrow(Undone);
  return faults;
}

describe('whoever owns the database', () => {
  test('holds before anybody touched it', async () => {
    expect(await found('select 1')).toEqual([]);
    expect((await listLedger(store.db, { repository: 1, after: 0, limit: 50 })).length).toBe(20);
  });

  test('changes no column of any row without a trace that names the row', async () => {
    const { db } = store;
    const columns = await db.query<{ table: string; column: string; type: string }>(`
      select table_name::text as table, column_name::text as column, data_type::text as type from information_schema.columns
      where table_schema = 'sprintgate' and table_name in ('ledger', 'ledger_payloads') order by 1, 2`);
    expect(columns).toHaveLength(15);
    const values: Readonly<Record<string, string>> = { bigint: '77', integer: '99', text: "'tampered'", ARRAY: "array['tampered']" };
    for (const { table, column, type } of columns) {
      for (const seq of [1, 3, 7, 10, 19, 20]) {
        const faults = await found(`update sprintgate.${table} set ${column} = ${values[type]} where seq = ${seq}`);
        // The last entry that is given another repository leaves a chain that is shorter: that is seen against published heads alone.
        const located = !(seq === 20 && table === 'ledger' && column === 'repository');
        expect({ table, column, seq, located: faults.some((fault) => fault.startsWith(`${seq} `)) }).toEqual({ table, column, seq, located });
      }
    }
  });

  test('changes no part, policy or decision of a person without a trace', async () => {
    const parts = await store.db.query<{ digest: string }>('select digest from sprintgate.ledger_parts');
    for (const { digest } of parts) {
      const where = `where digest = '${digest}'`;
      expect(await found(`update sprintgate.ledger_parts set packed = decode('789c030000000001', 'hex') ${where}`)).toContainEqual(
        expect.stringMatching(/^\d+ changed-part$/),
      );
      for (const [column, value] of [
        ['digest', "repeat('0', 64)"],
        ['repository', '77'],
      ])
        expect(await found(`update sprintgate.ledger_parts set ${column} = ${value} ${where}`)).toContainEqual(expect.stringMatching(/^\d+ missing-part$/));
      expect(await found(`delete from sprintgate.ledger_parts ${where}`)).toContainEqual(expect.stringMatching(/^\d+ missing-part$/));
    }
    expect(await found("update sprintgate.policies set content = '{}'")).toEqual(['1 changed-policy']);
    expect(await found("update sprintgate.policies set digest = 'other'")).toEqual(['1 missing-policy']);
    for (const column of ['kind', 'subject', 'at', 'body'])
      expect(await found(`update sprintgate.decisions set ${column} = '{"id":"d-4"}' where id = 'd-4'`)).toEqual(['7 changed-decision']);
    expect(await found("update sprintgate.decisions set repository = 77 where id = 'd-4'")).toEqual(['7 missing-decision']);
    expect(await found("update sprintgate.decisions set id = 'd-0' where id = 'd-4'")).toEqual(['- changed-decision', '7 missing-decision']);
    expect(await found("delete from sprintgate.decisions where id = 'd-9'")).toEqual(['17 missing-decision']);
  });

  test('takes no row out, swaps none, and erases none without the key of the installation', async () => {
    for (let seq = 1; seq < 20; seq += 1)
      expect(await found(`delete from sprintgate.ledger_payloads where seq = ${seq}; delete from sprintgate.ledger where seq = ${seq}`)).toContain(
        `${seq} missing-entry`,
      );
    for (const table of ['ledger', 'ledger_payloads'])
      expect(await found(swap(table))).toEqual(expect.arrayContaining([expect.stringMatching(/^10 /), expect.stringMatching(/^15 /)]));
    const erase =
      "update sprintgate.ledger_payloads set payload = null, salt = null, snapshots = '{}', erased_at = 'x', erased_because = 'asked' where seq = 5";
    expect(await found(erase)).toEqual(['5 unexplained-erasure']);
    expect(await found(erase.replace("'x'", `'${at}'`))).toEqual(['5 unexplained-erasure']);
    const stolen = generateKeyPairSync('ed25519');
    const forge = (db: Database) => eraseEntries(db, { repository: 1, what: { seq: 5 }, at, because: 'asked', keys: stolen }).then(() => undefined);
    // Any key will do for who gives none to check against.
    expect(await found(forge)).toEqual([]);
    expect(await found(forge, { keys: [printReceiptKey(deriveReceiptKey(appKey, 7).publicKey)] })).toEqual(['21 unknown-key']);
  });

  test('cuts the tail off, or writes it anew with right digests, and is found by a published head alone', async () => {
    const entries = await listLedger(store.db, { repository: 1, after: 0, limit: 50 });
    const published = entries.filter(({ seq }) => seq === 20).map(({ seq, digest }) => ({ seq, digest }));
    const cut = 'delete from sprintgate.ledger_payloads where seq > 19; delete from sprintgate.ledger where seq > 19';
    expect(await found(cut)).toEqual([]);
    expect(await found(cut, { published })).toEqual(['20 head-differs']);
    const anew = async (db: Database): Promise<void> => {
      let previous = entries[17]?.digest ?? beginning;
      for (const entry of entries.slice(18)) {
        const changed = { ...entry, subject: entry.seq === 20 ? '1/seed/other' : entry.subject, previous };
        previous = entryDigest(changed);
        await db.query('update sprintgate.ledger set subject = $2, previous = $3, digest = $4 where seq = $1', [
          entry.seq,
          changed.subject,
          changed.previous,
          previous,
        ]);
      }
    };
    expect(await found(anew)).toEqual([]);
    expect(await found(anew, { published })).toEqual(['20 head-differs']);
  });
});
