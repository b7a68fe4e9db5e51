import type { Ruleset } from '../records/repository.ts';
import type { Json } from '../records/world.ts';

/** A ruleset whole; who may go past it is shown to those alone who may write it. */
export function renderRuleset(
  ruleset: Ruleset,
  of: { readonly type: 'Repository' | 'Organization'; readonly name: string; readonly withActors: boolean },
): Json {
  return {
    id: ruleset.id,
    name: ruleset.name,
    target: ruleset.target,
    source_type: of.type,
    source: of.name,
    enforcement: ruleset.enforcement,
    node_id: `RRS_${ruleset.id}`,
    conditions: {
      ref_name: { include: ruleset.include, exclude: ruleset.exclude },
      ...(ruleset.repositories ? { repository_name: ruleset.repositories } : {}),
    },
    rules: ruleset.rules,
    ...(of.withActors ? { bypass_actors: ruleset.bypassActors } : {}),
    created_at: ruleset.createdAt,
    updated_at: ruleset.updatedAt,
  };
}

/** A ruleset as lists have it: without what it asks for. */
export function renderShortRuleset(ruleset: Ruleset, of: Parameters<typeof renderRuleset>[1]): Json {
  const { rules: _rules, conditions: _conditions, bypass_actors: _actors, ...short } = renderRuleset(ruleset, of);
  return short;
}
