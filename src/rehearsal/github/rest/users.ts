import { ApiError, notFound } from '../records/api-error.ts';
import { accountByLogin } from '../records/find.ts';
import { renderPublicUser } from '../render/account.ts';
import { ok } from '../http/call.ts';
import { accountOf } from '../http/rate-limit.ts';
import type { Answer, Call, Handler } from '../http/call.ts';

function authenticated(call: Call): Answer {
  if (call.caller.kind === 'installation' || call.caller.kind === 'actions') throw new ApiError(403, 'Resource not accessible by integration');
  if (call.caller.kind !== 'user') throw new ApiError(401, 'Requires authentication');
  return ok(renderPublicUser(call.world, call.caller.actor.user));
}

export const userHandlers: Readonly<Record<string, Handler>> = {
  'users/get-authenticated': authenticated,
  'users/get-by-username': (call) => ok(renderPublicUser(call.world, accountByLogin(call.world, call.params['username'] ?? ''))),
  'users/get-by-account-id': (call) => {
    const account = call.world.accounts.get(Number(call.params['account_id']));
    if (account === undefined) throw notFound();
    return ok(renderPublicUser(call.world, account));
  },
  'rate-limit/get': (call) => {
    const core = call.services.rateLimit(accountOf(call.caller));
    const graphql = call.services.rateLimit(accountOf(call.caller), true);
    const { reset } = core;
    return ok({ resources: { core, search: { limit: 30, remaining: 30, used: 0, reset }, graphql, integration_manifest: core }, rate: core });
  },
};
