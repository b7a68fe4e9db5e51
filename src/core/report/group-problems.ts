import type { Outcome, Verdict } from '../verdict/verdict.ts';

/** Problems that one step mends together: the same reason and the same next step. */
export interface ProblemGroup {
  readonly verdict: Outcome;
  readonly titles: readonly string[];
  readonly reason: string;
  readonly next: string | null;
}

/** Joins problems that are told with the same words, in the order in which each first appears. */
export function groupProblems(problems: readonly Verdict[]): ProblemGroup[] {
  const groups = Map.groupBy(problems, ({ verdict, reason, next }) => JSON.stringify([verdict, reason, next]));
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    return first ? [{ verdict: first.verdict, titles: [...new Set(members.map(({ title }) => title))], reason: first.reason, next: first.next }] : [];
  });
}
