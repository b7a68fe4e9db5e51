import { expect, test } from 'vitest';
import { appendLedgerEntry } from '../../src/store/ledger/append-ledger-entry.ts';
import { listNewest } from '../../src/store/ledger/list-newest.ts';
import { onEveryStore } from '../support/every-store.ts';

const at = '2027-01-11T10:00:00Z';
const verdict = (outcome: string) => ({ pull: { number: 1 }, verdict: { verdict: outcome } });

onEveryStore((store) => {
  test('the newest entries come first, a page at a time, with how gates came out', async () => {
    const { db } = store();
    const gates = [{ gate: 'coverage', pulls: [verdict('pass'), verdict('fail')] }];
    const append = (seq: number, payload: object) =>
      appendLedgerEntry(db, { repository: 1, at, kind: seq === 2 ? 'outcome' : 'decision', subject: `1/pull/${seq}`, payload });
    await append(1, { decision: { gates, title: 'a'.repeat(250_000) }, plan: [] });
    await append(2, [{ id: 3 }]);
    await append(3, { decision: { decisions: [] }, plan: [] });
    await append(4, { decision: { gates }, plan: [] });
    await appendLedgerEntry(db, { repository: 2, at, kind: 'decision', subject: '2/pull/1', payload: {} });

    const page = await listNewest(db, 1, { before: null, limit: 3 });
    expect(page.map(({ seq, kind, subject, erased }) => [seq, kind, subject, erased])).toEqual([
      [4, 'decision', '1/pull/4', false],
      [3, 'decision', '1/pull/3', false],
      [2, 'outcome', '1/pull/2', false],
    ]);
    expect(page.map((line) => line.gates)).toEqual([[{ gate: 'coverage', outcomes: ['pass', 'fail'] }], [], []]);
    // One that is too long to be looked into is told all the same.
    expect(await listNewest(db, 1, { before: 2, limit: 3 })).toMatchObject([{ seq: 1, gates: [] }]);
  });
});
