import type { Actor } from '../records/account.ts';
import { ownerOf } from '../records/find.ts';
import type { Repository } from '../records/repository.ts';
import type { Json, World } from '../records/world.ts';
import { renderOrganisation, renderUser } from '../render/account.ts';
import { renderRepository } from '../render/repository.ts';

export interface Announcement {
  readonly event: string;
  readonly action: string | null;
  readonly body: Json;
  readonly onlyAppId?: number;
}

/** Tells every subscribed app what happened in a repository, in the words of GitHub's webhooks. */
export function announce(world: World, actor: Actor, input: { repository: Repository } & Announcement): void {
  const { repository, event, action, body, onlyAppId } = input;
  const owner = ownerOf(world, repository);
  const payload: Json = {
    ...(action === null ? {} : { action }),
    ...body,
    repository: { ...renderRepository(world, repository), custom_properties: {} },
    ...(owner.type === 'Organization' ? { organization: renderOrganisation(world, owner) } : {}),
    sender: renderUser(world, actor.user),
  };
  world.emit({ event, action, repository, accountId: repository.ownerId, payload, ...(onlyAppId === undefined ? {} : { onlyAppId }) });
}
