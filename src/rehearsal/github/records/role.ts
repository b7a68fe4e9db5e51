import type { Role, Team } from './account.ts';
import { roleOrder } from './account.ts';
import type { Repository } from './repository.ts';
import type { World } from './world.ts';

function highest(roles: readonly Role[]): Role {
  return roles.reduce((best, role) => (roleOrder.indexOf(role) > roleOrder.indexOf(best) ? role : best), 'none');
}

/** A team's members with those of its child teams, as GitHub counts them. */
export function isInTeam(world: World, team: Team, userId: number): boolean {
  if (team.members.get(userId)?.state === 'active') return true;
  return [...world.teams.values()].some((child) => child.parentId === team.id && isInTeam(world, child, userId));
}

/** The highest of all grants: owner, organisation owner, collaborator, team, and reading what is public. */
export function roleOn(world: World, repository: Repository, userId: number): Role {
  if (repository.ownerId === userId) return 'admin';
  const membership = world.organisations.get(repository.ownerId)?.get(userId);
  if (membership?.role === 'admin' && membership.state === 'active') return 'admin';
  const teams = [...repository.teamRoles].flatMap(([teamId, role]) => {
    const team = world.teams.get(teamId);
    return team !== undefined && isInTeam(world, team, userId) ? [role] : [];
  });
  const base: Role = !repository.private || membership?.state === 'active' ? 'read' : 'none';
  return highest([base, repository.collaborators.get(userId) ?? 'none', ...teams]);
}

/** The five old names: `maintain` shows as write, `triage` as read. */
export function legacyPermission(role: Role): 'admin' | 'write' | 'read' | 'none' {
  if (role === 'maintain') return 'write';
  return role === 'triage' ? 'read' : role;
}

export function atLeast(role: Role, wanted: Role): boolean {
  return roleOrder.indexOf(role) >= roleOrder.indexOf(wanted);
}
