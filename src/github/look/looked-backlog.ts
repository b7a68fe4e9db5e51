import { isDeepStrictEqual } from 'node:util';
import { isOwnIssue } from '../../core/backlog/is-own-issue.ts';
import { readMarked } from '../../core/markers/marker.ts';
import type { IssueFacts } from '../../core/snapshot/facts.ts';
import type { Backlog } from '../snapshot/read-backlog.ts';
import type { KeptReads } from './kept-reads.ts';
import type { LookWorldInput } from './look-world-input.ts';
import type { LookedBacklog } from './look.ts';
import type { World } from './world.ts';

/** Our issues as they were known last, and by what it shows whether a look tells all that happened since. */
interface KeptBacklog {
  readonly issues: readonly IssueFacts[];
  readonly authors: readonly string[];
  /** Labels whose open issues were counted. */
  readonly counted: readonly string[];
  readonly since: string | null;
  readonly total: number;
  readonly last: number;
  /** The repository's labels: renaming one changes issues that nobody touched, and two may have changed names. */
  readonly labels: LookedBacklog['labels'];
}

type Asked = Parameters<World['backlog']>[0];

/** What to ask a look for, so that it can stand for a reading of all issues. Without anything kept it tells of no issue. */
export async function backlogQuestion(kept: KeptReads): Promise<{ since: string; counted: readonly string[] }> {
  const known = (await kept.get('backlog', '')) as KeptBacklog | null;
  return { since: known?.since ?? (known ? '1970-01-01T00:00:00Z' : '9999-01-01T00:00:00Z'), counted: known?.counted ?? [] };
}

/**
 * Our issues and the milestones. What is kept is brought up to date by what the look saw change, and stands only where the
 * number of all issues proves that nothing else happened to them; else all are read again.
 */
export function lookedBacklog({ look, kept, rest }: LookWorldInput): Pick<World, 'backlog'> {
  return {
    async backlog(asked) {
      const seen = look.backlog?.value;
      if (!seen) return rest.backlog(asked);
      const known = (await kept.get('backlog', '')) as KeptBacklog | null;
      const issues = known && upToDate(known, seen, asked);
      const counts = countsOf(seen, asked.labels);
      const found = issues && counts ? { issues, milestones: seen.milestones, counts, unavailable: [] } : await rest.backlog(asked);
      const next = keptOf(found, seen, asked);
      if (found.unavailable.length === 0 && !isDeepStrictEqual(next, known)) await kept.put('backlog', '', next);
      return found;
    },
  };
}

function upToDate(known: KeptBacklog, seen: LookedBacklog, { authors }: Asked): IssueFacts[] | null {
  if (seen.changed === null) return null;
  const added = seen.changed.filter(({ number }) => number > known.last).length;
  if (seen.total !== known.total + added || !isDeepStrictEqual(seen.labels, known.labels) || !isDeepStrictEqual(authors, known.authors)) return null;
  const accepted = authors.map((login) => ({ login, id: null }));
  const changed = new Map(seen.changed.map((issue) => [issue.number, issue]));
  const milestones = new Set(seen.milestones.map(({ number }) => number));
  const own = [...known.issues.filter(({ number }) => !changed.has(number)), ...changed.values()].filter(
    (issue) => isOwnIssue(issue, accepted) && readMarked(issue.body),
  );
  // Deleting a milestone takes it off issues that nobody touched.
  const placed = own.map((issue) => (issue.milestone === null || milestones.has(issue.milestone) ? issue : { ...issue, milestone: null }));
  return placed.toSorted((a, b) => a.number - b.number);
}

/** Null where the look did not count all that is asked for. */
function countsOf({ labels, counts }: LookedBacklog, asked: readonly string[]): Backlog['counts'] | null {
  const existing = new Set(labels.map(({ name }) => name.toLowerCase()));
  const isAbsent = (label: string): boolean => !existing.has(label.toLowerCase());
  const open: Record<string, number | null> = {};
  for (const key of asked) {
    const count = key.split(',').some(isAbsent) ? null : counts[key];
    if (count === undefined) return null;
    open[key] = count;
  }
  return { openIssuesByLabel: open, absentLabels: [...new Set(asked.flatMap((key) => key.split(',')))].filter(isAbsent).toSorted() };
}

function keptOf({ issues }: Backlog, seen: LookedBacklog, { authors, labels }: Asked): KeptBacklog {
  const counted = labels.slice(0, 20);
  return JSON.parse(
    JSON.stringify({ issues, authors, counted, since: seen.newest, total: seen.total, last: seen.last, labels: seen.labels } satisfies KeptBacklog),
  ) as KeptBacklog;
}
