import type { Playbook } from '../../src/core/playbook/playbook-schema.ts';
import { walkRule } from '../../src/core/playbook/walk-rule.ts';
import type { Rule } from '../../src/core/rules/rule.ts';

export const deciders = [
  'evidence alone',
  'evidence, or a person beside it',
  'evidence and a person together',
  'a checkpoint alone',
  'a person alone',
] as const;
export type Decider = (typeof deciders)[number];

/** How often each kind of rule stands in the criteria, most frequent first. */
export function countRules(playbook: Playbook): [kind: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { rule } of playbook.criteria) {
    for (const { kind } of walkRule(rule)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
}

/** How many criteria each way of deciding decides. */
export function countDeciders(playbook: Playbook): Record<Decider, number> {
  const counts = Object.fromEntries(deciders.map((decider) => [decider, 0])) as Record<Decider, number>;
  for (const { rule } of playbook.criteria) counts[deciderOf(rule, playbook)] += 1;
  return counts;
}

/** Who decides a criterion. One that is decided as others are is followed to their rules. */
export function deciderOf(rule: Rule, playbook: Playbook): Decider {
  const kinds = new Set(leafKinds(rule, playbook));
  const people = kinds.has('attestation') || kinds.has('checkpoint');
  const machines = [...kinds].some((kind) => kind !== 'attestation' && kind !== 'checkpoint');
  if (!people) return 'evidence alone';
  if (machines) return canPassWithoutPeople(rule, playbook) ? 'evidence, or a person beside it' : 'evidence and a person together';
  return kinds.has('attestation') ? 'a person alone' : 'a checkpoint alone';
}

function leafKinds(rule: Rule, playbook: Playbook): string[] {
  return walkRule(rule).flatMap((leaf) => ('criterion' in leaf.rule ? leafKinds(ruleOf(leaf.rule.criterion, playbook), playbook) : [leaf.kind]));
}

function canPassWithoutPeople(rule: Rule, playbook: Playbook): boolean {
  if ('all' in rule) return rule.all.every((inner) => canPassWithoutPeople(inner, playbook));
  if ('any' in rule) return rule.any.some((inner) => canPassWithoutPeople(inner, playbook));
  if ('not' in rule) return canPassWithoutPeople(rule.not, playbook);
  if ('criterion' in rule) return canPassWithoutPeople(ruleOf(rule.criterion, playbook), playbook);
  return !('attestation' in rule) && !('checkpoint' in rule);
}

function ruleOf(id: string, playbook: Playbook): Rule {
  const criterion = playbook.criteria.find((candidate) => candidate.id === id);
  if (!criterion) throw new Error(`no criterion ${id}`);
  return criterion.rule;
}
