import type { Ruleset } from '../../core/enforce/ruleset.ts';
import type { GitHub } from '../client.ts';
import { type RulesetScope, rulesetsPath } from './ruleset-scope.ts';

/** A ruleset with the number under which GitHub keeps it. */
export interface KeptRuleset {
  readonly id: number;
  readonly ruleset: Ruleset;
}

/** What GitHub says of a ruleset, where it says it: lists leave rules and conditions out. */
type RulesetAnswer = Partial<Ruleset> & { readonly id: number; readonly name: string; readonly enforcement: Ruleset['enforcement'] };

/** The scope's own ruleset of a name; null where there is none. A repository is subject to its organisation's, but does not own them. */
export async function rulesetOfName(github: GitHub, scope: RulesetScope, name: string): Promise<KeptRuleset | null> {
  const path = rulesetsPath(scope);
  const own = 'org' in scope ? {} : { includes_parents: false };
  const all = (await github.paginate(`GET ${path}`, { ...own, per_page: 100 })) as RulesetAnswer[];
  const found = all.find((each) => each.name === name && (each.target ?? 'branch') === 'branch');
  if (!found) return null;
  const { data } = await github.request(`GET ${path}/${found.id}`);
  return { id: found.id, ruleset: toRuleset(data as RulesetAnswer) };
}

function toRuleset({ name, enforcement, conditions, rules, bypass_actors }: RulesetAnswer): Ruleset {
  const { ref_name, repository_name } = (conditions ?? {}) as Partial<Ruleset['conditions']>;
  return {
    name,
    target: 'branch',
    enforcement,
    conditions: {
      ref_name: { include: ref_name?.include ?? [], exclude: ref_name?.exclude ?? [] },
      ...(repository_name ? { repository_name: { include: repository_name.include ?? [], exclude: repository_name.exclude ?? [] } } : {}),
    },
    rules: rules ?? [],
    ...(bypass_actors ? { bypass_actors } : {}),
  };
}
