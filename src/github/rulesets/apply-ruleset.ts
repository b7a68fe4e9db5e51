import type { Ruleset } from '../../core/enforce/ruleset.ts';
import { createOnce, type GitHub } from '../client.ts';
import { type RulesetScope, rulesetsPath } from './ruleset-scope.ts';

/** Creates the ruleset, or replaces the one of that number: GitHub takes whole lists. */
export async function applyRuleset(github: GitHub, scope: RulesetScope, write: { readonly id: number | null; readonly ruleset: Ruleset }): Promise<void> {
  const path = rulesetsPath(scope);
  if (write.id === null) await github.request(`POST ${path}`, { ...write.ruleset, ...createOnce });
  else await github.request(`PUT ${path}/${write.id}`, { ...write.ruleset });
}
