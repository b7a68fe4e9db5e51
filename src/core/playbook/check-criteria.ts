import { checkRule } from './check-rule.ts';
import { checkScope } from './check-scope.ts';
import { criteriaBelow } from './criteria-below.ts';
import type { KnownIds } from './known-ids.ts';
import { needId } from './need-id.ts';
import type { Criterion, Playbook } from './playbook-schema.ts';
import type { Problem } from './problem.ts';
import { walkRule } from './walk-rule.ts';

/** References of the criteria, their reasons where only a person decides, and that none rests on itself. */
export function checkCriteria(playbook: Playbook, known: KnownIds): Problem[] {
  const problems = playbook.criteria.flatMap((criterion, index) => checkCriterion(criterion, ['criteria', index], known));
  return [...problems, ...findCircles(playbook)];
}

function checkCriterion(criterion: Criterion, path: Problem['path'], known: KnownIds): Problem[] {
  return [
    ...needId(known.categories, 'category', { id: criterion.category, path: [...path, 'category'] }),
    ...needId(known.blocks, 'block', { id: criterion.block, path: [...path, 'block'] }),
    ...needId(known.targets, 'target', { id: criterion.target, path: [...path, 'target'] }),
    ...(criterion.gate === undefined ? [] : needId(known.gates, 'gate', { id: criterion.gate, path: [...path, 'gate'] })),
    ...checkScope(criterion, path, known),
    ...checkRule(criterion.rule, [...path, 'rule'], known),
    ...checkOnlyPerson(criterion, path),
  ];
}

/** Whether nothing but people's word decides a criterion. */
export function restsOnPeople(criterion: Criterion): boolean {
  const leaves = walkRule(criterion.rule);
  return leaves.length > 0 && leaves.every(({ kind }) => kind === 'attestation');
}

function checkOnlyPerson(criterion: Criterion, path: Problem['path']): Problem[] {
  if (restsOnPeople(criterion) === (criterion.onlyPerson !== undefined)) return [];
  const message =
    criterion.onlyPerson === undefined
      ? `criterion "${criterion.id}" rests on attestation alone; say why in onlyPerson, or let evidence decide it`
      : `criterion "${criterion.id}" is decided by more than attestation; remove onlyPerson`;
  return [{ path: [...path, 'rule'], message }];
}

function findCircles(playbook: Playbook): Problem[] {
  return playbook.criteria.flatMap(({ id, rule }, index) =>
    criteriaBelow(playbook, rule).has(id) ? [{ path: ['criteria', index, 'rule'], message: `criterion "${id}" is decided by itself; break the circle` }] : [],
  );
}
