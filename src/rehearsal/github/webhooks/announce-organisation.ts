import type { Actor, Membership, Team } from '../records/account.ts';
import { accountById } from '../records/find.ts';
import type { Json, World } from '../records/world.ts';
import { renderOrganisation, renderTeam, renderUser } from '../render/account.ts';

function announce(world: World, actor: Actor, input: { organisationId: number; event: string; action: string; body: Json }): void {
  const { organisationId, event, action, body } = input;
  const organization = renderOrganisation(world, accountById(world, organisationId));
  world.emit({ event, action, repository: null, accountId: organisationId, payload: { action, ...body, organization, sender: renderUser(world, actor.user) } });
}

/** `membership`: somebody joined or left a team. */
export function announceTeamMembership(world: World, actor: Actor, input: { team: Team; userId: number; action: 'added' | 'removed' }): void {
  const { team, userId, action } = input;
  announce(world, actor, {
    organisationId: team.organisationId,
    event: 'membership',
    action,
    body: { scope: 'team', member: renderUser(world, accountById(world, userId)), team: renderTeam(world, team) },
  });
}

export function announceMemberRemoved(world: World, actor: Actor, input: { organisationId: number; userId: number; membership: Membership }): void {
  const { organisationId, userId, membership } = input;
  const user = renderUser(world, accountById(world, userId));
  announce(world, actor, {
    organisationId,
    event: 'organization',
    action: 'member_removed',
    body: { membership: { url: `${world.urls.api}/orgs/${organisationId}/memberships/${userId}`, state: membership.state, role: membership.role, user } },
  });
}
