import { describe, expect, test } from 'vitest';
import { namedParts } from '../../../src/core/ledger/named-parts.ts';
import { packSnapshot } from '../../../src/core/ledger/pack-snapshot.ts';
import type { PackedSnapshot } from '../../../src/core/ledger/packed-snapshot.ts';
import { unpackSnapshot } from '../../../src/core/ledger/unpack-snapshot.ts';
import { sha256 } from '../../../src/core/markers/digest.ts';
import type { PullSnapshot } from '../../../src/core/snapshot/pull-snapshot.ts';

const paths = Array.from({ length: 20_000 }, (_, index) => `services/team-${index % 40}/src/module-${index}/handler.ts`).toSorted();

function snapshotOf(rest: object): PullSnapshot {
  return { now: '2027-01-12T18:00:00Z', evidence: { bundles: [], runningWorkflows: [], refused: [] }, tree: paths, ...rest } as unknown as PullSnapshot;
}

function back({ digest, parts }: PackedSnapshot): unknown {
  return unpackSnapshot(digest, new Map(parts.map((part) => [part.digest, part.text])));
}

function size(parts: PackedSnapshot['parts']): number {
  return parts.reduce((sum, { text }) => sum + text.length, 0);
}

describe('a snapshot taken apart', () => {
  test('comes back as it was, also where what people wrote looks like our own names', () => {
    const rest = {
      openIssuesByLabel: { $part: 3, b: null },
      apiDocuments: [{ $part: 'x' }, { $$list: ['y'] }, { $list: [sha256('')] }, { $ref: '#/a' }],
      title: `{"$part":"${'0'.repeat(64)}"} ${'ñ'.repeat(3_000)}`,
      milestones: [],
    };
    const packed = packSnapshot(snapshotOf(rest));
    expect(back(packed)).toEqual(snapshotOf(rest));
    for (const { digest, text } of packed.parts) expect(sha256(text)).toBe(digest);
    const known = new Set<string>();
    for (const { digest, text } of packed.parts) {
      for (const name of namedParts(text)) expect(known).toContain(name);
      known.add(digest);
    }
  });

  test('has the same name whatever the order of its keys, and another for any other content', () => {
    const of = (rest: object) => packSnapshot(snapshotOf(rest)).digest;
    expect(of({ a: 1, b: [2] })).toBe(of({ b: [2], a: 1 }));
    expect(of({ a: 1 })).not.toBe(of({ a: 2 }));
  });

  test('shares all but a few runs of a tree of 20,000 files with the one before, wherever a file came', () => {
    const first = packSnapshot(snapshotOf({}));
    const known = new Set(first.parts.map(({ digest }) => digest));
    for (const added of ['a.ts', 'services/team-3/src/module-7/new.ts', 'zz.ts']) {
      const next = packSnapshot(snapshotOf({ tree: [...paths, added].toSorted() }));
      expect(size(next.parts.filter(({ digest }) => !known.has(digest)))).toBeLessThan(size(first.parts) / 10);
    }
  });

  test('names sealed evidence by its digest, and does not hold it', () => {
    const content = new TextEncoder().encode('packed');
    const evidence = { bundles: [{ identity: { runId: 1 }, content }], runningWorkflows: [], refused: [] };
    expect(back(packSnapshot(snapshotOf({ evidence })))).toMatchObject({
      evidence: { bundles: [{ identity: { runId: 1 }, content: { sha256: sha256(content), bytes: 6 } }] },
    });
  });
});
