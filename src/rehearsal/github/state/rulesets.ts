import type { Repository, Ruleset } from '../records/repository.ts';
import type { World } from '../records/world.ts';

export interface RulesetInput {
  readonly name?: string;
  readonly target?: Ruleset['target'];
  readonly enforcement?: Ruleset['enforcement'];
  readonly conditions?: { readonly ref_name?: { readonly include?: readonly string[]; readonly exclude?: readonly string[] } };
  readonly rules?: Ruleset['rules'];
}

/** Creates a ruleset or replaces the whole parts that are given, as PUT does. */
export function saveRuleset(world: World, input: { repository: Repository; known: Ruleset | null; fields: RulesetInput }): Ruleset {
  const { repository, known, fields } = input;
  const now = world.now();
  const ruleset: Ruleset = known ?? {
    id: world.nextId('ruleset'),
    name: '',
    target: 'branch',
    enforcement: 'active',
    include: [],
    exclude: [],
    rules: [],
    createdAt: now,
    updatedAt: now,
  };
  ruleset.name = fields.name ?? ruleset.name;
  ruleset.target = fields.target ?? ruleset.target;
  ruleset.enforcement = fields.enforcement ?? ruleset.enforcement;
  ruleset.include = fields.conditions?.ref_name?.include ?? ruleset.include;
  ruleset.exclude = fields.conditions?.ref_name?.exclude ?? ruleset.exclude;
  ruleset.rules = fields.rules ?? ruleset.rules;
  ruleset.updatedAt = now;
  repository.rulesets.set(ruleset.id, ruleset);
  return ruleset;
}
