import { z } from 'zod';
import { sha256 } from '../markers/digest.ts';
import type { ReportedCriterion } from './read-criteria.ts';

/** How a criterion stood, in one letter. `x`: it was not there. */
export type Mark = 'p' | 'w' | 'f' | 'c' | 'e' | 'n' | 'x';

const marks = z
  .string()
  .regex(/^(?:[0-9a-f]{8}[pwfcenx])*$/)
  .max(9 * 600);
const keys = z
  .string()
  .regex(/^(?:[0-9a-f]{8})*$/)
  .max(8 * 600);
const moment = { sha: z.string().regex(/^[0-9a-f]{7,64}$/), at: z.iso.datetime(), percent: z.int().min(0).max(100) };
const stateSchema = z.strictObject({ v: z.literal(1), ...moment, marks, since: z.strictObject({ ...moment, was: marks }).nullable(), ticked: keys.optional() });

/** What a report remembers of itself, hidden in its own text, so that the next one can tell what changed. */
export type ReportState = z.output<typeof stateSchema>;

export interface ReportMoment {
  readonly sha: string;
  readonly at: string;
  readonly percent: number;
}

// Nine bytes each, twice over at most: about 11 kB of the comment, 20 of several units together. With more criteria the report tells no changes.
const maxMarks = 600;
const maxMarksOfAll = 1_100;
const line = /<!-- sprintgate-state (\{[^<>]*\}) -->/;

/** How many criteria each of so many units may have that its changes are told. */
export function mostMarks(units: number): number {
  return Math.min(maxMarks, Math.floor(maxMarksOfAll / units));
}

/**
 * The state of a new report. Nothing changed since the last: that one's state comes back, and the text stays the same to
 * the byte, so that no comment is edited for nothing. Null when there are too many criteria to remember.
 */
export function nextState(previous: ReportState | null, now: ReportMoment, criteria: readonly ReportedCriterion[]): ReportState | null {
  if (criteria.length > maxMarks) return null;
  const current = criteria.map((each) => markKey(each.verdict.id) + markOf(each)).join('');
  if (previous && previous.marks === current && previous.sha === now.sha) return previous;
  const since = previous && { sha: previous.sha, at: previous.at, percent: previous.percent, was: difference(previous.marks, current) };
  return { v: 1, ...now, marks: current, since };
}

/** The state that also remembers boxes which somebody ticked by hand, so that what is said of it stays as long as the commit does. */
export function withTicks(state: ReportState | null, previous: ReportState | null, found: readonly string[]): ReportState | null {
  if (!state) return null;
  const before = previous?.sha === state.sha ? tickedIn(previous) : [];
  const all = [...new Set([...before, ...found])].sort();
  return all.length === 0 ? state : { ...state, ticked: all.join('') };
}

/** Keys of the criteria whose boxes were ticked by hand. */
export function tickedIn(state: ReportState | null): string[] {
  return state?.ticked?.match(/.{8}/g) ?? [];
}

/** The hidden line that carries a state. */
export function renderState(state: ReportState): string {
  return `<!-- sprintgate-state ${JSON.stringify(state)} -->`;
}

/** Reads the state of an earlier report. What was tampered with or is of another version counts as none. */
export function readState(text: string | null): ReportState | null {
  const json = line.exec(text ?? '')?.[1];
  if (json === undefined) return null;
  try {
    return stateSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

/** How a criterion stands now. */
export function markOf({ binding, verdict }: ReportedCriterion): Mark {
  if (binding !== 'binds') return 'n';
  if (verdict.waivedBy) return 'w';
  const letters = { pass: 'p', fail: 'f', 'cannot-evaluate': 'c', pending: 'e', 'not-applicable': 'n' } as const;
  return letters[verdict.verdict];
}

/** What stands for a criterion's id: short, and nothing in it can end a comment. */
export function markKey(id: string): string {
  return sha256(id).slice(0, 8);
}

/** Marks by key. */
export function readMarks(text: string): Map<string, Mark> {
  return new Map((text.match(/.{9}/g) ?? []).map((mark) => [mark.slice(0, 8), mark.slice(8) as Mark]));
}

function difference(before: string, after: string): string {
  const was = readMarks(before);
  return [...readMarks(after)]
    .filter(([key, mark]) => was.get(key) !== mark)
    .map(([key]) => key + (was.get(key) ?? 'x'))
    .join('');
}
