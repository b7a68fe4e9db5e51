import { holds } from '../auth/authorize.ts';
import { ApiError, notFound } from '../records/api-error.ts';
import { accountByLogin } from '../records/find.ts';
import type { Account } from '../records/account.ts';
import type { Ruleset } from '../records/repository.ts';
import type { Json } from '../records/world.ts';
import { renderRuleset, renderShortRuleset } from '../render/ruleset.ts';
import { created, ok } from '../http/call.ts';
import type { Call, Handler } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { saveRuleset } from '../state/rulesets.ts';
import type { RulesetInput } from '../state/rulesets.ts';

/** The organisation, for those who may administer it: its owners, and apps with that permission. Reading takes as much. */
function administered(call: Call): Account {
  const found = accountByLogin(call.world, call.params['org'] ?? '');
  if (found.type !== 'Organization') throw notFound();
  const { caller } = call;
  if (caller.kind === 'user') {
    const membership = call.world.organisations.get(found.id)?.get(caller.actor.user.id);
    if (membership?.role === 'admin' && membership.state === 'active') return found;
    throw notFound();
  }
  if (caller.kind !== 'installation' || caller.installation.accountId !== found.id) throw notFound();
  if (!holds(caller.permissions, 'organization_administration:write')) throw new ApiError(403, 'Resource not accessible by integration');
  return found;
}

function rulesetsOf(call: Call, account: Account): Map<number, Ruleset> {
  const known = call.world.organisationRulesets.get(account.id) ?? new Map<number, Ruleset>();
  call.world.organisationRulesets.set(account.id, known);
  return known;
}

function rulesetOf(call: Call): Ruleset {
  const found = rulesetsOf(call, administered(call)).get(Number(call.params['ruleset_id']));
  if (found === undefined) throw notFound();
  return found;
}

function save(call: Call, known: Ruleset | null): Json {
  const account = administered(call);
  const fields = call.body as RulesetInput;
  // Without repositories it would hold for none, and GitHub asks for a condition on them.
  if (known === null && (fields.name === undefined || fields.conditions?.repository_name === undefined)) throw new ApiError(422, 'Validation Failed');
  return renderRuleset(saveRuleset(call.world, { rulesets: rulesetsOf(call, account), known, fields }), of(account));
}

function of(account: Account): Parameters<typeof renderRuleset>[1] {
  return { type: 'Organization', name: account.login, withActors: true };
}

export const organisationRuleHandlers: Readonly<Record<string, Handler>> = {
  'repos/get-org-rulesets': (call) => {
    const account = administered(call);
    return paginate(call, [...rulesetsOf(call, account).values()], (ruleset) => renderShortRuleset(ruleset, of(account)));
  },
  'repos/get-org-ruleset': (call) => ok(renderRuleset(rulesetOf(call), of(administered(call)))),
  'repos/create-org-ruleset': (call) => created(save(call, null)),
  'repos/update-org-ruleset': (call) => ok(save(call, rulesetOf(call))),
};
