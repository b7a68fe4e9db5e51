import { describe, expect, it } from 'vitest';
import { byPath } from '../../src/audit/archive/archive-entry.ts';
import { assembleArchive, centralSize } from '../../src/audit/archive/assemble-archive.ts';
import { bundlePaths, type Manifest } from '../../src/audit/archive/manifest.ts';
import { packFile, storeFile } from '../../src/audit/archive/pack-file.ts';
import { signKey } from '../../src/audit/keys/key-statement.ts';
import { renderPart } from '../../src/audit/ledger/part-lines.ts';
import { checkLedger } from '../../src/audit/verify/check-ledger.ts';
import { openBundle } from '../../src/audit/verify/open-bundle.ts';
import { verifyAuditBundle } from '../../src/audit/verify/verify-audit-bundle.ts';
import { file, newSigner, smallBundle } from './small-bundle.ts';

const [first, second] = [newSigner('a'), newSigner('b')];
const strict = { pins: [first.key], allowUnsigned: false };
const nowhere = { pins: [], allowUnsigned: true };

describe('an archive made to hurt', () => {
  it('that claims the same bytes a thousand times is not put together', () => {
    const big = { ...storeFile(file('f0', '')), packed: Buffer.alloc(40_000_000), size: 1 };
    const one = Buffer.from(assembleArchive([big]));
    const [end, at] = [one.length - 22, one.length - 22 - centralSize - 2];
    const record = one.subarray(at, end);
    const last = Buffer.from(one.subarray(end));
    last.writeUInt16LE(900, 8);
    last.writeUInt16LE(900, 10);
    last.writeUInt32LE(900 * record.length, 12);
    const bomb = Buffer.concat([one.subarray(0, at), ...Array.from({ length: 900 }, () => record), last]);
    expect(openBundle(bomb, strict).fault).toMatchObject({ what: 'no-bundle' });
  });

  it.each([
    ['climbs out', ['../evil']],
    ['begins at the root', ['/etc/passwd']],
    ['names a drive', ['C:\\evil']],
    ['is hidden', ['.ssh/config']],
    ['stands twice', ['a', 'a']],
    ['stands twice where capitals do not count', ['README.md', 'readme.md']],
    ['is a file and a folder', ['a', 'a/b']],
  ])('with a name that %s is not opened', (_what, paths) => {
    const entries = paths.map((path) => packFile(file(path, path))).toSorted(byPath);
    expect(openBundle(assembleArchive(entries), nowhere).fault?.what).toMatch(/^(no-bundle|not-canonical)$/);
  });

  it('that unpacks to more than it says is not unpacked', () => {
    const entry = { ...packFile(file('SHA256SUMS', '0'.repeat(5_000_000))), size: 10 };
    expect(openBundle(assembleArchive([entry]), nowhere).fault).toMatchObject({ what: 'broken-list' });
  });
});

describe('a bundle of somebody else', () => {
  it('that nobody signed is none for who names a key, whatever else is allowed', async () => {
    const swapped = await smallBundle({ signer: null });
    expect(openBundle(swapped, { pins: [first.key], allowUnsigned: true }).fault).toMatchObject({ what: 'unsigned' });
  });

  it('signed anew by a key that was replaced does not hold, for who pinned the newer one or, with the chain, the older', async () => {
    const chain = [
      await signKey(first, { previous: null, at: '2027-01-01T00:00:00.000Z' }),
      await signKey(second, { previous: first, at: '2027-02-01T00:00:00.000Z' }),
    ];
    const again = await smallBundle({ signer: first, chain });
    expect(openBundle(again, { pins: [second.key], allowUnsigned: false }).fault).toMatchObject({ what: 'foreign-key' });
    expect(openBundle(again, strict).fault).toMatchObject({ what: 'broken-keys', seen: expect.stringContaining('replaced') });
    const cut = await smallBundle({ signer: second, chain: chain.slice(1) });
    expect(openBundle(cut, strict).fault).toMatchObject({ what: 'broken-keys' });
  });
});

describe('a ledger’s part made to hurt', () => {
  const zero = '0'.repeat(64);
  const entry = (payload: string) => ({
    repository: 1,
    seq: 1,
    at: '2027-01-01T00:00:00.000Z',
    kind: 'decision',
    subject: '1/pull/1',
    payloadDigest: zero,
    previous: zero,
    digest: zero,
    payload,
    salt: 'salt',
    erasedAt: null,
    erasedBecause: null,
    snapshots: [zero],
  });
  const contents = (payload: string, body = '{}', text = '{}') => {
    const decisions = [{ id: 'd1', kind: 'waive', subject: 's', at: 't', body }];
    const parts = [{ digest: zero, text }];
    const part = {
      repository: 1,
      name: null,
      pull: 1,
      decided: 1,
      says: [1],
      entries: [entry(payload)],
      parts,
      policy: { digest: zero, content: '' },
      decisions,
    };
    return new Map([[bundlePaths.ledger, Buffer.from(renderPart(part))]]);
  };
  const recording = '{"decision":{"decisions":[{"id":"d1"}],"gates":[]},"snapshots":["0"]}';
  it.each([
    ['numbers for lists', contents('{"decision":{"seen":5}}')],
    ['null for a judgement', contents('{"decision":{"seen":[null]},"snapshots":["0"]}')],
    ['nothing', contents('null')],
    ['a decision that is no JSON', contents(recording, 'no JSON')],
    ['parts that name themselves', contents('{"decision":{"gates":[]},"snapshots":["0"]}', '{}', `{"part":"${zero}"}`)],
    ['depth', contents(`{"decision":{"decisions":[{"id":"d1","x":${'['.repeat(50_000)}${']'.repeat(50_000)}}]}}`)],
  ])('with %s does not hold, and throws nothing', (_what, made) => {
    expect(checkLedger(made, {} as Manifest).fault).toMatchObject({ file: bundlePaths.ledger, what: 'broken-ledger' });
  });

  it('is found by who verifies a bundle of it', async () => {
    expect(verifyAuditBundle(await smallBundle({ signer: first }), strict).fault).toMatchObject({ file: bundlePaths.ledger, what: 'broken-ledger' });
  });
});
