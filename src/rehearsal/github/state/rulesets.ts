import type { Ruleset } from '../records/repository.ts';
import type { World } from '../records/world.ts';

interface Names {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

export interface RulesetInput {
  readonly name?: string;
  readonly target?: Ruleset['target'];
  readonly enforcement?: Ruleset['enforcement'];
  readonly conditions?: { readonly ref_name?: Names; readonly repository_name?: Names };
  readonly rules?: Ruleset['rules'];
  readonly bypass_actors?: Ruleset['bypassActors'];
}

/** Creates a ruleset or replaces the whole parts that are given, as PUT does. */
export function saveRuleset(world: World, input: { rulesets: Map<number, Ruleset>; known: Ruleset | null; fields: RulesetInput }): Ruleset {
  const { rulesets, known, fields } = input;
  const now = world.now();
  const ruleset: Ruleset = known ?? {
    id: world.nextId('ruleset'),
    name: '',
    target: 'branch',
    enforcement: 'active',
    include: [],
    exclude: [],
    rules: [],
    bypassActors: [],
    repositories: null,
    createdAt: now,
    updatedAt: now,
  };
  ruleset.name = fields.name ?? ruleset.name;
  ruleset.target = fields.target ?? ruleset.target;
  ruleset.enforcement = fields.enforcement ?? ruleset.enforcement;
  ruleset.include = fields.conditions?.ref_name?.include ?? ruleset.include;
  ruleset.exclude = fields.conditions?.ref_name?.exclude ?? ruleset.exclude;
  ruleset.rules = fields.rules ?? ruleset.rules;
  ruleset.bypassActors = fields.bypass_actors ?? ruleset.bypassActors;
  const named = fields.conditions?.repository_name;
  if (named !== undefined) ruleset.repositories = { include: named.include ?? [], exclude: named.exclude ?? [] };
  ruleset.updatedAt = now;
  rulesets.set(ruleset.id, ruleset);
  return ruleset;
}
