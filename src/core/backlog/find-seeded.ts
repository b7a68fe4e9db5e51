import { digestOf, type MarkedText, readMarked } from '../markers/marker.ts';
import { untick } from './carry-ticks.ts';
import { isOwnIssue } from './is-own-issue.ts';
import type { SeedAuthor, SeedIssue } from './seed-snapshot.ts';

/** An issue that carries our marker. `edited`: a person changed more of our text than its boxes. */
export interface SeededIssue {
  readonly id: string;
  readonly issue: SeedIssue;
  readonly marked: MarkedText;
  readonly edited: boolean;
}

export interface Seeded {
  /** Ours, by item id. */
  readonly byId: ReadonlyMap<string, SeededIssue>;
  /** Ours with an id that an older issue has already. */
  readonly duplicates: readonly SeededIssue[];
  /** Marked, but written by nobody whom we accept: not ours until adopted. */
  readonly foreign: readonly SeededIssue[];
}

/** Sorts marked issues of a unit by whose they are. Of several with one id the oldest is kept. */
export function findSeeded(unit: string, issues: readonly SeedIssue[], accepted: readonly SeedAuthor[]): Seeded {
  const byId = new Map<string, SeededIssue>();
  const duplicates: SeededIssue[] = [];
  const foreign: SeededIssue[] = [];
  for (const issue of issues.toSorted((a, b) => a.number - b.number)) {
    const seeded = readSeeded(unit, issue);
    if (seeded === null) continue;
    if (!isOwnIssue(issue, accepted)) foreign.push(seeded);
    else if (byId.has(seeded.id)) duplicates.push(seeded);
    else byId.set(seeded.id, seeded);
  }
  return { byId, duplicates, foreign };
}

function readSeeded(unit: string, issue: SeedIssue): SeededIssue | null {
  const marked = readMarked(issue.body);
  if (marked === null || marked.marker.unit !== unit) return null;
  const edited = marked.edited && digestOf(marked.marker, untick(marked.text)) !== marked.marker.digest;
  return { id: marked.marker.id, issue, marked, edited };
}
