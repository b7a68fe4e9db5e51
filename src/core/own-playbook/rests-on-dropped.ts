import type { Criterion } from '../playbook/playbook-schema.ts';
import type { Problem } from '../playbook/problem.ts';
import { walkRule } from '../playbook/walk-rule.ts';

/** A problem of a criterion that rests on one that was switched off, as one that says so; any other as it is. */
export function restsOnDropped(problem: Problem, dropped: ReadonlySet<string>, criteria: readonly Criterion[]): Problem {
  const [list, index] = problem.path;
  const above = list === 'criteria' && typeof index === 'number' ? criteria[index] : undefined;
  if (!above || problem.path.at(-1) !== 'criterion') return problem;
  const leaf = walkRule(above.rule, ['criteria', Number(index), 'rule']).find(({ path }) => [...path, 'criterion'].join('.') === problem.path.join('.'));
  if (!leaf || !('criterion' in leaf.rule) || !dropped.has(leaf.rule.criterion)) return problem;
  const off = leaf.rule.criterion;
  return { ...problem, message: `"${off}" is switched off, but criterion "${above.id}" rests on it; switch that off too, or give it another rule` };
}
