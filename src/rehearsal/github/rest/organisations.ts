import { ApiError, notFound } from '../records/api-error.ts';
import { accountByLogin, repositoryByName, teamBySlug, teamsOf } from '../records/find.ts';
import type { Account, Team } from '../records/account.ts';
import { isInTeam } from '../records/role.ts';
import type { Json, World } from '../records/world.ts';
import { renderFullOrganisation, renderOrganisation, renderTeam, renderTeamWithParent, renderUser } from '../render/account.ts';
import { renderFullRepository, renderMinimalRepository } from '../render/repository.ts';
import { holds } from '../auth/authorize.ts';
import { noContent, ok } from '../http/call.ts';
import type { Answer, Call, Handler } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { pullPermission, renderRolePermissions } from './role-names.ts';

function organisation(call: Call): Account {
  const found = accountByLogin(call.world, call.params['org'] ?? '');
  if (found.type !== 'Organization') throw notFound();
  return found;
}

/** Reading members and teams takes `members: read` on that organisation, or a person who belongs to it. */
function requireMembers(call: Call, account: Account): void {
  const { caller } = call;
  if (caller.kind === 'installation') {
    if (caller.installation.accountId !== account.id) throw notFound();
    if (!holds(caller.permissions, 'members:read')) throw new ApiError(403, 'Resource not accessible by integration');
    return;
  }
  if (caller.kind === 'actions') throw new ApiError(403, 'Resource not accessible by integration');
  if (caller.kind === 'user' && call.world.organisations.get(account.id)?.get(caller.actor.user.id)?.state === 'active') return;
  throw notFound();
}

function team(call: Call): Team {
  const account = organisation(call);
  requireMembers(call, account);
  const found = teamBySlug(call.world, account.id, call.params['team_slug'] ?? '');
  return found;
}

function isOwner(world: World, organisationId: number, userId: number): boolean {
  const membership = world.organisations.get(organisationId)?.get(userId);
  return membership?.role === 'admin' && membership.state === 'active';
}

/** Members of child teams count, and owners show as maintainers of the teams they are in. */
function membershipIn(call: Call, found: Team): Answer {
  const user = accountByLogin(call.world, call.params['username'] ?? '');
  const own = found.members.get(user.id);
  if (own === undefined && !isInTeam(call.world, found, user.id)) throw notFound();
  const role = isOwner(call.world, found.organisationId, user.id) ? 'maintainer' : (own?.role ?? 'member');
  return ok({
    url: `${call.world.urls.api}/organizations/${found.organisationId}/team/${found.id}/memberships/${user.login}`,
    role,
    state: own?.state ?? 'active',
  });
}

function membershipById(call: Call): Answer {
  const found = call.world.teams.get(Number(call.params['team_id']));
  const account = call.world.accounts.get(Number(call.params['organisation_id']));
  if (found === undefined || account === undefined || found.organisationId !== account.id) throw notFound();
  requireMembers(call, account);
  return membershipIn(call, found);
}

function activeMembers(call: Call, account: Account): Account[] {
  const members = call.world.organisations.get(account.id) ?? new Map();
  return [...members].flatMap(([id, membership]) => (membership.state === 'active' ? (call.world.accounts.get(id) ?? []) : []));
}

function orgMembership(call: Call): Answer {
  const account = organisation(call);
  requireMembers(call, account);
  const user = accountByLogin(call.world, call.params['username'] ?? '');
  const membership = call.world.organisations.get(account.id)?.get(user.id);
  if (membership === undefined) throw notFound();
  const url = `${call.world.urls.api}/orgs/${account.login}`;
  return ok({
    url: `${url}/memberships/${user.login}`,
    state: membership.state,
    role: membership.role,
    organization_url: url,
    organization: renderOrganisation(call.world, account),
    user: renderUser(call.world, user),
  });
}

function fullTeam(call: Call): Json {
  const found = team(call);
  const account = organisation(call);
  const repositories = [...call.world.repositories.values()].filter((repository) => repository.teamRoles.has(found.id));
  return {
    ...renderTeamWithParent(call.world, found),
    created_at: account.createdAt,
    updated_at: account.createdAt,
    members_count: found.members.size,
    repos_count: repositories.length,
    organization: renderFullOrganisation(call.world, account),
  };
}

function listTeamMembers(call: Call): Answer {
  const found = team(call);
  const members = [...call.world.accounts.values()].filter(
    (account) =>
      isInTeam(call.world, found, account.id) &&
      (call.query['role'] === undefined || call.query['role'] === 'all' || found.members.get(account.id)?.role === call.query['role']),
  );
  return paginate(call, members, (account) => renderUser(call.world, account));
}

function teamOnRepository(call: Call): Answer {
  const found = team(call);
  const repository = repositoryByName(call.world, call.params['owner'] ?? '', call.params['repo'] ?? '');
  const role = repository?.teamRoles.get(found.id);
  if (repository === undefined || role === undefined) throw notFound();
  if (!call.accept.includes('repository+json')) return noContent;
  return ok({ ...renderFullRepository(call.world, repository), permissions: renderRolePermissions(role), role_name: pullPermission(role) });
}

export const organisationHandlers: Readonly<Record<string, Handler>> = {
  'orgs/get': (call) => ok(renderFullOrganisation(call.world, organisation(call))),
  'orgs/list-members': (call) => {
    const account = organisation(call);
    requireMembers(call, account);
    return paginate(call, activeMembers(call, account), (member) => renderUser(call.world, member));
  },
  'orgs/check-membership-for-user': (call) => {
    const account = organisation(call);
    requireMembers(call, account);
    if (!activeMembers(call, account).some((member) => member.login.toLowerCase() === call.params['username']?.toLowerCase())) throw notFound();
    return noContent;
  },
  'orgs/get-membership-for-user': orgMembership,
  'teams/list': (call) => {
    const account = organisation(call);
    requireMembers(call, account);
    return paginate(call, teamsOf(call.world, account.id), (found) => renderTeamWithParent(call.world, found));
  },
  'teams/get-by-name': (call) => ok(fullTeam(call)),
  'teams/list-members-in-org': listTeamMembers,
  'teams/get-membership-for-user-in-org': (call) => membershipIn(call, team(call)),
  'teams/get-membership-by-id': membershipById,
  'teams/list-repos-in-org': (call) => {
    const found = team(call);
    return paginate(
      call,
      [...call.world.repositories.values()].filter((repository) => repository.teamRoles.has(found.id)),
      (repository) => renderMinimalRepository(call.world, repository),
    );
  },
  'teams/check-permissions-for-repo-in-org': teamOnRepository,
};

/** Teams with access to one repository, for `GET /repos/{owner}/{repo}/teams`. */
export function renderRepositoryTeam(world: World, found: Team, permission: string): Json {
  return { ...renderTeam(world, found, permission), parent: null };
}
