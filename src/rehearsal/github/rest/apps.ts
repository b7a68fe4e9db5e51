import { ApiError, notFound } from '../records/api-error.ts';
import { accountByLogin, covers, installationFor, installedRepositories, repositoryByName } from '../records/find.ts';
import type { AppRecord, Installation, Permissions, Token } from '../records/account.ts';
import type { Repository } from '../records/repository.ts';
import type { Json } from '../records/world.ts';
import { renderApp, renderInstallation } from '../render/account.ts';
import { renderRepository } from '../render/repository.ts';
import { roleOn } from '../records/role.ts';
import { created, noContent, ok } from '../http/call.ts';
import type { Answer, Call, Handler } from '../http/call.ts';
import { paginate, paginateUnder } from '../http/paginate.ts';
import { holds } from '../auth/authorize.ts';

function appOf(call: Call): AppRecord {
  if (call.caller.kind !== 'app' || call.caller.by === 'secret') throw new ApiError(401, 'A JSON web token could not be decoded');
  return call.caller.app;
}

function ownInstallation(call: Call): Installation {
  const app = appOf(call);
  const found = call.world.installations.get(Number(call.params['installation_id']));
  if (found === undefined || found.appId !== app.id) throw notFound();
  return found;
}

function narrowPermissions(granted: Permissions, wanted: Json | undefined): Permissions {
  if (wanted === undefined) return granted;
  for (const [name, level] of Object.entries(wanted)) {
    if (!holds(granted, `${name}:${String(level)}`)) throw new ApiError(422, 'The permissions requested are not granted to this installation.');
  }
  return wanted as Permissions;
}

function narrowRepositories(call: Call, installation: Installation): ReadonlySet<number> | null {
  const ids = call.body['repository_ids'] as number[] | undefined;
  const names = call.body['repositories'] as string[] | undefined;
  if (ids === undefined && names === undefined) return null;
  if ((ids?.length ?? 0) + (names?.length ?? 0) > 500) throw new ApiError(422, 'At most 500 repositories can be named.');
  const covered = [...call.world.repositories.values()].filter((repository) => covers(installation, repository));
  const chosen = covered.filter((repository) => (ids?.includes(repository.id) ?? false) || (names?.includes(repository.name) ?? false));
  if (chosen.length < (ids?.length ?? 0) + (names?.length ?? 0))
    throw new ApiError(422, 'There is at least one repository that does not exist or is not accessible to the parent installation.');
  return new Set(chosen.map((repository) => repository.id));
}

function createToken(call: Call): Answer {
  const installation = ownInstallation(call);
  if (installation.suspendedAt !== null) throw new ApiError(403, 'This installation has been suspended');
  const repositoryIds = narrowRepositories(call, installation);
  const permissions = narrowPermissions(installation.permissions, call.body['permissions'] as Json | undefined);
  // Tokens no longer have 40 characters; nobody may count on their length.
  const value = `ghs_${installation.appId}_${call.world.nextId('token')}${'x'.repeat(48)}`;
  const expiresAt = Date.now() + 3_600_000;
  const token: Token = { kind: 'installation', value, installationId: installation.id, permissions, repositoryIds, expiresAt };
  call.world.tokens.set(value, token);
  return created({
    token: value,
    expires_at: new Date(expiresAt).toISOString().replace(/\.\d+Z$/, 'Z'),
    permissions,
    repository_selection: repositoryIds === null ? installation.selection : 'selected',
  });
}

function repositoryInstallation(call: Call): Answer {
  const app = appOf(call);
  const repository = repositoryByName(call.world, call.params['owner'] ?? '', call.params['repo'] ?? '');
  const found = repository === undefined ? null : installationFor(call.world, app.id, repository);
  if (found === null) throw notFound();
  return ok(renderInstallation(call.world, found));
}

function accountInstallation(call: Call, login: string): Answer {
  const app = appOf(call);
  const account = accountByLogin(call.world, login);
  const found = [...call.world.installations.values()].find((installation) => installation.appId === app.id && installation.accountId === account.id);
  if (found === undefined) throw notFound();
  return ok(renderInstallation(call.world, found));
}

function listReachable(call: Call): Answer {
  const { caller } = call;
  if (caller.kind !== 'installation')
    throw new ApiError(403, 'You must authenticate with an installation access token in order to list repositories for an installation.');
  const items = installedRepositories(call.world, caller.installation).filter((repository) => caller.repositoryIds?.has(repository.id) ?? true);
  const answer = paginateUnder(call, { key: 'repositories', items, render: (repository) => renderRepository(call.world, repository) });
  return { ...answer, body: { ...(answer.body as Json), repository_selection: caller.installation.selection } };
}

/** What a person may reach of an installation: what they were given a role on, and no public repository without one. */
function listReachableByPerson(call: Call): Answer {
  const { caller } = call;
  if (caller.kind !== 'user' || caller.actor.app === null) throw new ApiError(403, 'You must authenticate with an access token authorized to a GitHub App');
  const { user, app } = caller.actor;
  const installation = call.world.installations.get(Number(call.params['installation_id']));
  if (installation === undefined || installation.appId !== app.id) throw notFound();
  const items = reachableBy(call, installation, user.id);
  if (items.length === 0) throw notFound();
  return paginateUnder(call, { key: 'repositories', items, render: (repository) => renderRepository(call.world, repository) });
}

function listInstallationsOfPerson(call: Call): Answer {
  const { caller } = call;
  if (caller.kind !== 'user' || caller.actor.app === null) throw new ApiError(403, 'You must authenticate with an access token authorized to a GitHub App');
  const { user, app } = caller.actor;
  const own = [...call.world.installations.values()].filter(
    (installation) => installation.appId === app.id && reachableBy(call, installation, user.id).length > 0,
  );
  return paginateUnder(call, { key: 'installations', items: own, render: (installation) => renderInstallation(call.world, installation) });
}

function reachableBy(call: Call, installation: Installation, userId: number): Repository[] {
  return installedRepositories(call.world, installation).filter((repository) => roleOn(call.world, { ...repository, private: true }, userId) !== 'none');
}

function deleteToken(call: Call): Answer {
  const { caller } = call;
  if (caller.kind !== 'app' || caller.app.clientId !== call.params['client_id']) throw notFound();
  const value = String(call.body['access_token']);
  const token = call.world.tokens.get(value);
  if (token?.kind !== 'signed-in' || token.appId !== caller.app.id) throw notFound();
  call.world.tokens.delete(value);
  return noContent;
}

export const appHandlers: Readonly<Record<string, Handler>> = {
  'apps/get-authenticated': (call) =>
    ok({
      ...renderApp(call.world, appOf(call)),
      installations_count: [...call.world.installations.values()].filter((one) => one.appId === appOf(call).id).length,
    }),
  'apps/get-webhook-config-for-app': (call) =>
    ok({ url: appOf(call).hookUrl ?? 'http://localhost', content_type: 'json', insecure_ssl: '0', secret: '********' }),
  'apps/list-installations': (call) => {
    const app = appOf(call);
    return paginate(
      call,
      [...call.world.installations.values()].filter((installation) => installation.appId === app.id),
      (installation) => renderInstallation(call.world, installation),
    );
  },
  'apps/get-installation': (call) => ok(renderInstallation(call.world, ownInstallation(call))),
  'apps/create-installation-access-token': createToken,
  'apps/get-repo-installation': repositoryInstallation,
  'apps/get-org-installation': (call) => accountInstallation(call, call.params['org'] ?? ''),
  'apps/get-user-installation': (call) => accountInstallation(call, call.params['username'] ?? ''),
  'apps/list-repos-accessible-to-installation': listReachable,
  'apps/list-installation-repos-for-authenticated-user': listReachableByPerson,
  'apps/list-installations-for-authenticated-user': listInstallationsOfPerson,
  'apps/delete-token': deleteToken,
  'apps/get-by-slug': (call) => {
    const found = [...call.world.apps.values()].find((app) => app.slug === call.params['app_slug']);
    if (found === undefined) throw notFound();
    return ok(renderApp(call.world, found));
  },
};
