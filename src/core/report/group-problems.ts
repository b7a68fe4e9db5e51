import type { Outcome, Verdict } from '../verdict/verdict.ts';
import { tellProblem } from './tell-problem.ts';

/** Problems that one step mends together: the same reason and the same steps. */
export interface ProblemGroup {
  readonly verdict: Outcome;
  readonly titles: readonly string[];
  /** Of the first that bears each title. */
  readonly ids: readonly string[];
  readonly why: string;
  /** Any one of them is enough. */
  readonly steps: readonly string[];
}

/** Joins problems that are told with the same words, in the order in which each first appears. */
export function groupProblems(problems: readonly Verdict[]): ProblemGroup[] {
  const told = problems.map((problem) => ({ problem, ...tellProblem(problem) }));
  const groups = Map.groupBy(told, ({ problem, why, steps }) => JSON.stringify([problem.verdict, why, steps]));
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    if (!first) return [];
    const named = [...Map.groupBy(members, ({ problem }) => problem.title)].map(([title, [own]]) => ({ title, id: own?.problem.id ?? '' }));
    const { verdict } = first.problem;
    return [{ verdict, titles: named.map(({ title }) => title), ids: named.map(({ id }) => id), why: first.why, steps: first.steps }];
  });
}
