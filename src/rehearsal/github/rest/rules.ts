import { ApiError, notFound } from '../records/api-error.ts';
import { fullName } from '../records/find.ts';
import type { Ruleset } from '../records/repository.ts';
import type { Json } from '../records/world.ts';
import { announce } from '../webhooks/announce.ts';
import { saveRuleset } from '../state/rulesets.ts';
import type { RulesetInput } from '../state/rulesets.ts';
import { created, ok } from '../http/call.ts';
import type { Answer, RepositoryCall, RepositoryHandler } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { branchMatches } from './branch-matches.ts';

function renderRuleset(call: RepositoryCall, ruleset: Ruleset): Json {
  return {
    id: ruleset.id,
    name: ruleset.name,
    target: ruleset.target,
    source_type: 'Repository',
    source: fullName(call.world, call.repository),
    enforcement: ruleset.enforcement,
    node_id: `RRS_${ruleset.id}`,
    conditions: { ref_name: { include: ruleset.include, exclude: ruleset.exclude } },
    rules: ruleset.rules,
    created_at: ruleset.createdAt,
    updated_at: ruleset.updatedAt,
  };
}

/** All active rules for a branch, even one that does not exist yet: metadata is enough to read them. */
function branchRules(call: RepositoryCall): Answer {
  const branch = call.params['branch'] ?? '';
  const active = [...call.repository.rulesets.values()].filter(
    (ruleset) => ruleset.enforcement === 'active' && branchMatches(ruleset, { branch, defaultBranch: call.repository.defaultBranch }),
  );
  const rules = active.flatMap((ruleset) =>
    ruleset.rules.map((rule) => ({
      ...rule,
      ruleset_source_type: 'Repository',
      ruleset_source: fullName(call.world, call.repository),
      ruleset_id: ruleset.id,
    })),
  );
  return paginate(call, rules, (rule) => rule);
}

function rulesetOf(call: RepositoryCall): Ruleset {
  const found = call.repository.rulesets.get(Number(call.params['ruleset_id']));
  if (found === undefined) throw notFound();
  return found;
}

function save(call: RepositoryCall, known: Ruleset | null): Ruleset {
  const body = call.body as RulesetInput;
  if (known === null && body.name === undefined) throw new ApiError(422, 'Validation Failed');
  const ruleset = saveRuleset(call.world, { repository: call.repository, known, fields: body });
  announce(call.world, call.actor, {
    repository: call.repository,
    event: 'repository_ruleset',
    action: known === null ? 'created' : 'edited',
    body: { repository_ruleset: renderRuleset(call, ruleset) },
  });
  return ruleset;
}

export const ruleHandlers: Readonly<Record<string, RepositoryHandler>> = {
  'repos/get-branch-rules': branchRules,
  'repos/get-repo-rulesets': (call) =>
    paginate(call, [...call.repository.rulesets.values()], (ruleset) => {
      const { rules: _rules, conditions: _conditions, ...short } = renderRuleset(call, ruleset);
      return short;
    }),
  'repos/get-repo-ruleset': (call) => ok(renderRuleset(call, rulesetOf(call))),
  'repos/create-repo-ruleset': (call) => created(renderRuleset(call, save(call, null))),
  'repos/update-repo-ruleset': (call) => ok(renderRuleset(call, save(call, rulesetOf(call)))),
};
