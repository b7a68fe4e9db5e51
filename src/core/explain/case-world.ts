import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import type { Case } from './case-schema.ts';
import { editSnapshot } from './edit-snapshot.ts';
import { readSignature } from './read-signature.ts';

/** A case's world on top of its base's: a value replaces, lists and maps grow. Paths are resolved before. */
export function addWorld(base: Case, own: Case): Case {
  const lists = ['files', 'evidence', 'approve', 'attest', 'waive', 'labels'] as const;
  const grown = Object.fromEntries(lists.flatMap((key) => (base[key] || own[key] ? [[key, [...(base[key] ?? []), ...(own[key] ?? [])]]] : [])));
  const { expect: _expected, ...world } = base;
  return { ...world, ...own, ...grown, openIssues: { ...base.openIssues, ...own.openIssues }, checks: { ...base.checks, ...own.checks } };
}

/** The snapshot of a case, from that of its files: whatever a case does not tell is not there, and is known not to be. */
export function caseSnapshot(files: PullSnapshot, world: Case): PullSnapshot {
  const [pull] = files.pulls;
  const told: PullSnapshot = {
    ...files,
    pulls: pull ? [{ ...pull, head: { ...pull.head, ref: world.head ?? pull.head.ref } }] : [],
    tree: [...new Set([...(files.tree ?? []), ...(world.files ?? [])])],
    openIssuesByLabel: world.openIssues ?? {},
    // Of an app that is nobody's: our own checks never count.
    checkRuns: Object.entries(world.checks ?? {}).map(([name, conclusion], index) => ({
      id: index + 1,
      name,
      appId: -1,
      status: 'completed',
      conclusion,
      externalId: null,
      title: null,
      summary: null,
    })),
    unavailable: [],
  };
  const { date, milestone, labels = [] } = world;
  const signatures = (['approve', 'attest', 'waive'] as const).flatMap((kind) => (world[kind] ?? []).map((text) => readSignature(kind, text)));
  return editSnapshot(
    told,
    { labels, signatures, ...(date === undefined ? {} : { date }), ...(milestone === undefined ? {} : { milestone }) },
    pull?.number ?? 0,
  );
}
