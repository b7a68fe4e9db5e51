import { deepStrictEqual } from 'node:assert';
import { appendFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { PullSnapshot } from '../../src/core/snapshot/pull-snapshot.ts';

/** Both ways of looking give the same, whatever the order GitHub lists things in. Throws what differs, so that the job fails. */
export function expectSame(byLook: unknown, { before, after }: { readonly before: unknown; readonly after: unknown }): void {
  // Somebody else's work changed the world between the two: which of them the look saw cannot be told.
  if (!isDeepStrictEqual(plain(before), plain(after))) return;
  const file = process.env['COMPARE_LOOKS_LOG'];
  try {
    deepStrictEqual(plain(byLook), plain(after));
    if (file) appendFileSync(file, 'same\n');
  } catch (error) {
    if (file) appendFileSync(file, `DIFFERENT ${expect.getState().currentTestName ?? ''}\n${String((error as Error).message)}\n`);
    throw error;
  }
}

/** As it would be kept: what is undefined is left out. */
function plain(snapshot: unknown): unknown {
  return JSON.parse(JSON.stringify(normal(snapshot)));
}

function normal(snapshot: unknown): unknown {
  if (snapshot === null) return null;
  const { tree, milestones, pulls, checkRuns, evidence, ...rest } = snapshot as PullSnapshot;
  return {
    ...rest,
    tree: tree?.toSorted() ?? null,
    milestones: milestones.toSorted((a, b) => a.number - b.number),
    pulls: pulls.map((pull) => ({
      ...pull,
      labels: pull.labels.toSorted(),
      files: pull.files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      baseChanges: pull.baseChanges?.toSorted() ?? pull.baseChanges,
      closes: pull.closes.toSorted((a, b) => a.number - b.number),
    })),
    // Of other apps' checks nobody asks for the number of annotations.
    checkRuns: checkRuns
      .map(({ annotations, ...run }) => (run.appId === (snapshot as PullSnapshot).appId ? { ...run, annotations } : run))
      .toSorted((a, b) => a.id - b.id),
    evidence: {
      ...evidence,
      bundles: evidence.bundles.toSorted((a, b) => a.identity.runId - b.identity.runId || (a.identity.uploadName < b.identity.uploadName ? -1 : 1)),
    },
  };
}
