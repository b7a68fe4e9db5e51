import { holds } from '../auth/authorize.ts';
import { ApiError, notFound } from '../records/api-error.ts';
import { fullName } from '../records/find.ts';
import type { Ruleset } from '../records/repository.ts';
import { atLeast, roleOn } from '../records/role.ts';
import type { Json } from '../records/world.ts';
import { announce } from '../webhooks/announce.ts';
import { saveRuleset } from '../state/rulesets.ts';
import type { RulesetInput } from '../state/rulesets.ts';
import { created, ok } from '../http/call.ts';
import type { Answer, RepositoryCall, RepositoryHandler } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { branchMatches, repositoryMatches } from './branch-matches.ts';
import { renderRuleset, renderShortRuleset } from '../render/ruleset.ts';

/** Who may go past a ruleset is shown to those alone who may write it. */
function mayWrite({ caller, world, repository, actor }: RepositoryCall): boolean {
  if (caller.kind === 'user') return atLeast(roleOn(world, repository, actor.user.id), 'admin');
  return caller.kind === 'installation' && holds(caller.permissions, 'administration:write');
}

function own(call: RepositoryCall): Parameters<typeof renderRuleset>[1] {
  return { type: 'Repository', name: fullName(call.world, call.repository), withActors: mayWrite(call) };
}

/** All active rules of every level for a branch, even one that does not exist yet: metadata is enough to read them. */
function branchRules(call: RepositoryCall): Answer {
  const { world, repository } = call;
  const at = { branch: call.params['branch'] ?? '', defaultBranch: repository.defaultBranch };
  const organisation = world.accounts.get(repository.ownerId)?.login ?? '';
  const ofOrganisation = [...(world.organisationRulesets.get(repository.ownerId)?.values() ?? [])].filter((each) => repositoryMatches(each, repository.name));
  const rules = [
    ...rulesFor([...repository.rulesets.values()], { ...at, type: 'Repository', source: fullName(world, repository) }),
    ...rulesFor(ofOrganisation, { ...at, type: 'Organization', source: organisation }),
  ];
  return paginate(call, rules, (rule) => rule);
}

function rulesFor(rulesets: readonly Ruleset[], at: { branch: string; defaultBranch: string; type: string; source: string }): Json[] {
  const active = rulesets.filter((ruleset) => ruleset.enforcement === 'active' && branchMatches(ruleset, at));
  return active.flatMap(({ id, rules }) => rules.map((rule) => ({ ...rule, ruleset_source_type: at.type, ruleset_source: at.source, ruleset_id: id })));
}

function rulesetOf(call: RepositoryCall): Ruleset {
  const found = call.repository.rulesets.get(Number(call.params['ruleset_id']));
  if (found === undefined) throw notFound();
  return found;
}

function save(call: RepositoryCall, known: Ruleset | null): Ruleset {
  const body = call.body as RulesetInput;
  if (known === null && body.name === undefined) throw new ApiError(422, 'Validation Failed');
  const ruleset = saveRuleset(call.world, { rulesets: call.repository.rulesets, known, fields: body });
  announce(call.world, call.actor, {
    repository: call.repository,
    event: 'repository_ruleset',
    action: known === null ? 'created' : 'edited',
    body: { repository_ruleset: renderRuleset(ruleset, own(call)) },
  });
  return ruleset;
}

/** Private repositories on GitHub Free have none of it, not even for reading. */
function onThePlan(handler: RepositoryHandler): RepositoryHandler {
  return (call) => {
    if (call.repository.lacksRulesets) throw new ApiError(403, 'Upgrade to GitHub Pro or make this repository public to enable this feature.');
    return handler(call);
  };
}

const handlers: Readonly<Record<string, RepositoryHandler>> = {
  'repos/get-branch-rules': branchRules,
  'repos/get-repo-rulesets': (call) => paginate(call, [...call.repository.rulesets.values()], (ruleset) => renderShortRuleset(ruleset, own(call))),
  'repos/get-repo-ruleset': (call) => ok(renderRuleset(rulesetOf(call), own(call))),
  'repos/create-repo-ruleset': (call) => created(renderRuleset(save(call, null), own(call))),
  'repos/update-repo-ruleset': (call) => ok(renderRuleset(save(call, rulesetOf(call)), own(call))),
};

export const ruleHandlers = Object.fromEntries(Object.entries(handlers).map(([operation, handler]) => [operation, onThePlan(handler)]));
