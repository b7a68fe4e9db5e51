import type { Account, Actor, Role, Team, TeamMembership } from '../records/account.ts';
import { invalid } from '../records/api-error.ts';
import type { Repository } from '../records/repository.ts';
import type { World } from '../records/world.ts';
import { announceMemberRemoved, announceTeamMembership } from '../webhooks/announce-organisation.ts';

export function addAccount(world: World, input: { login: string; type: Account['type']; name?: string }): Account {
  const taken = [...world.accounts.values()].some((account) => account.login.toLowerCase() === input.login.toLowerCase());
  if (taken) throw invalid({ resource: 'User', code: 'already_exists', field: 'login' });
  const account: Account = { id: world.nextId('account'), login: input.login, type: input.type, name: input.name ?? null, createdAt: world.now() };
  world.accounts.set(account.id, account);
  if (account.type === 'Organization') world.organisations.set(account.id, new Map());
  return account;
}

/** The token of a person, as a classic personal access token would be. */
export function addUserToken(world: World, account: Account): string {
  const value = `ghp_${account.login}`;
  world.tokens.set(value, { kind: 'user', value, accountId: account.id });
  return value;
}

export function addMember(world: World, input: { organisationId: number; userId: number; role?: 'admin' | 'member'; state?: 'active' | 'pending' }): void {
  world.organisations.get(input.organisationId)?.set(input.userId, { role: input.role ?? 'member', state: input.state ?? 'active' });
}

export function addTeam(world: World, input: { organisationId: number; name: string; parentId?: number; secret?: boolean }): Team {
  const slug = input.name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const team: Team = {
    id: world.nextId('team'),
    organisationId: input.organisationId,
    name: input.name,
    slug,
    parentId: input.parentId ?? null,
    privacy: input.secret === true ? 'secret' : 'closed',
    members: new Map(),
  };
  world.teams.set(team.id, team);
  return team;
}

/** Joining a team makes a member of the organisation too. */
export function addTeamMember(world: World, actor: Actor, input: { team: Team; userId: number } & Partial<TeamMembership>): void {
  const { team, userId, role = 'member', state = 'active' } = input;
  team.members.set(userId, { role, state });
  const members = world.organisations.get(team.organisationId);
  if (members !== undefined && !members.has(userId)) members.set(userId, { role: 'member', state });
  if (state === 'active') announceTeamMembership(world, actor, { team, userId, action: 'added' });
}

export function removeTeamMember(world: World, actor: Actor, input: { team: Team; userId: number }): void {
  if (input.team.members.delete(input.userId)) announceTeamMembership(world, actor, { ...input, action: 'removed' });
}

/** Leaving an organisation takes one out of all its teams. */
export function removeMember(world: World, actor: Actor, input: { organisationId: number; userId: number }): void {
  const { organisationId, userId } = input;
  for (const team of world.teams.values()) if (team.organisationId === organisationId) removeTeamMember(world, actor, { team, userId });
  const membership = world.organisations.get(organisationId)?.get(userId);
  world.organisations.get(organisationId)?.delete(userId);
  if (membership !== undefined) announceMemberRemoved(world, actor, { organisationId, userId, membership });
}

export function grant(repository: Repository, input: { userId: number; role: Role } | { team: Team; role: Role }): void {
  if ('team' in input) repository.teamRoles.set(input.team.id, input.role);
  else repository.collaborators.set(input.userId, input.role);
}
