import { notFound } from '../records/api-error.ts';
import { accountByLogin, ownerOf } from '../records/find.ts';
import type { Account } from '../records/account.ts';
import { atLeast, legacyPermission, roleOn } from '../records/role.ts';
import { listTreeFiles } from '../git/tree-files.ts';
import { renderUser } from '../render/account.ts';
import { renderCommit } from '../render/commit.ts';
import { renderFullRepository, repositoryApiUrl, repositoryHtmlUrl } from '../render/repository.ts';
import { branchSha, resolveCommit } from '../state/commits.ts';
import { noContent, ok } from '../http/call.ts';
import type { Answer, RepositoryCall, RepositoryHandler } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { languageBytes } from './languages.ts';
import { renderRepositoryTeam } from './organisations.ts';
import { pullPermission, renderRolePermissions } from './role-names.ts';

function get(call: RepositoryCall): Answer {
  const role = call.caller.kind === 'user' ? roleOn(call.world, call.repository, call.actor.user.id) : null;
  return ok({ ...renderFullRepository(call.world, call.repository), ...(role === null ? {} : { permissions: renderRolePermissions(role) }) });
}

function languages(call: RepositoryCall): Answer {
  const sha = call.repository.refs.get(`refs/heads/${call.repository.defaultBranch}`);
  const commit = sha === undefined ? undefined : call.world.objects.commits.get(sha);
  if (commit === undefined) return ok({});
  const sizes = [...listTreeFiles(call.world.objects, commit.tree)].map(([path, file]) => ({
    path,
    size: call.world.objects.blobs.get(file.sha)?.length ?? 0,
  }));
  return ok(languageBytes(sizes));
}

function renderBranch(call: RepositoryCall, name: string): unknown {
  const sha = branchSha(call.repository, name);
  const protectedBranch = [...call.repository.rulesets.values()].some((ruleset) => ruleset.enforcement === 'active');
  return { name, commit: { sha, url: `${repositoryApiUrl(call.world, call.repository)}/commits/${sha}` }, protected: protectedBranch };
}

function getBranch(call: RepositoryCall): Answer {
  const name = call.params['branch'] ?? '';
  const commit = resolveCommit(call.world, call.repository, branchSha(call.repository, name));
  const url = `${repositoryApiUrl(call.world, call.repository)}/branches/${encodeURIComponent(name)}`;
  const required = call.repository.protectedChecks.get(name);
  return ok({
    name,
    commit: renderCommit(call.world, call.repository, commit),
    _links: { self: url, html: `${repositoryHtmlUrl(call.world, call.repository)}/tree/${name}` },
    protected: required !== undefined,
    protection: {
      enabled: required !== undefined,
      required_status_checks: {
        enforcement_level: required === undefined ? 'off' : 'non_admins',
        contexts: (required ?? []).map(({ context }) => context),
        checks: (required ?? []).map(({ context, appId }) => ({ context, app_id: appId })),
      },
    },
    protection_url: `${url}/protection`,
  });
}

function permission(call: RepositoryCall): Answer {
  const user = accountByLogin(call.world, call.params['username'] ?? '');
  const role = roleOn(call.world, call.repository, user.id);
  return ok({
    permission: legacyPermission(role),
    role_name: role,
    user: { ...renderUser(call.world, user), permissions: renderRolePermissions(role), role_name: role },
  });
}

/** Everyone with more than public reading: the owner, organisation owners, collaborators and members of teams. */
function collaborators(call: RepositoryCall): Account[] {
  const { world, repository } = call;
  const affiliation = call.query['affiliation'];
  if (affiliation === 'direct' || affiliation === 'outside') return [...repository.collaborators.keys()].flatMap((id) => world.accounts.get(id) ?? []);
  return [...world.accounts.values()].filter((account) => {
    if (account.type !== 'User') return false;
    const role = roleOn(world, repository, account.id);
    return (
      atLeast(role, 'triage') || repository.collaborators.has(account.id) || world.organisations.get(repository.ownerId)?.get(account.id)?.state === 'active'
    );
  });
}

export const repositoryHandlers: Readonly<Record<string, RepositoryHandler>> = {
  'repos/get': get,
  'repos/get-by-id': get,
  'repos/list-languages': languages,
  'repos/get-all-topics': (call) => ok({ names: call.repository.topics }),
  'repos/list-branches': (call) => {
    const names = [...call.repository.refs.keys()]
      .filter((ref) => ref.startsWith('refs/heads/'))
      .map((ref) => ref.slice('refs/heads/'.length))
      .toSorted();
    return paginate(call, names, (name) => renderBranch(call, name));
  },
  'repos/get-branch': getBranch,
  'repos/list-teams': (call) => {
    const teams = [...call.repository.teamRoles].flatMap(([id, role]) => {
      const team = call.world.teams.get(id);
      return team === undefined ? [] : [{ team, role }];
    });
    return paginate(call, ownerOf(call.world, call.repository).type === 'Organization' ? teams : [], ({ team, role }) =>
      renderRepositoryTeam(call.world, team, pullPermission(role)),
    );
  },
  'repos/list-collaborators': (call) =>
    paginate(call, collaborators(call), (account) => {
      const role = roleOn(call.world, call.repository, account.id);
      return { ...renderUser(call.world, account), permissions: renderRolePermissions(role), role_name: role };
    }),
  'repos/check-collaborator': (call) => {
    const user = accountByLogin(call.world, call.params['username'] ?? '');
    if (!collaborators(call).some((account) => account.id === user.id)) throw notFound();
    return noContent;
  },
  'repos/get-collaborator-permission-level': permission,
};
