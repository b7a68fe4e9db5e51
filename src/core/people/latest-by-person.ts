import type { Decision } from './decision.ts';

/** Of somebody who decided the same twice, the later one alone; `decisions` come oldest first. */
export function latestByPerson(decisions: readonly Decision[]): Decision[] {
  return [...new Map(decisions.map((decision) => [decision.by.id, decision])).values()];
}
