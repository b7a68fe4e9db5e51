import type { Actor, AppRecord, Installation } from '../records/account.ts';
import type { Repository } from '../records/repository.ts';
import type { Json, World } from '../records/world.ts';
import { renderInstallation, renderInstalledRepositories, renderUser } from '../render/account.ts';
import { nodeId } from '../render/node-id.ts';
import { fullName } from '../records/find.ts';

export function installApp(
  world: World,
  actor: Actor,
  input: { app: AppRecord; accountId: number; repositories: 'all' | readonly Repository[] },
): Installation {
  const { app, accountId, repositories } = input;
  const installation: Installation = {
    id: world.nextId('installation'),
    appId: app.id,
    accountId,
    selection: repositories === 'all' ? 'all' : 'selected',
    repositoryIds: new Set(repositories === 'all' ? [] : repositories.map((repository) => repository.id)),
    permissions: app.permissions,
    events: app.events,
    suspendedAt: null,
    createdAt: world.now(),
  };
  world.installations.set(installation.id, installation);
  announceInstallation(world, actor, {
    installation,
    event: 'installation',
    action: 'created',
    extra: { repositories: renderInstalledRepositories(world, installation), requester: null },
  });
  return installation;
}

function shortRepository(world: World, repository: Repository): Json {
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: fullName(world, repository),
    private: repository.private,
  };
}

export function addToInstallation(world: World, actor: Actor, input: { installation: Installation; repositories: readonly Repository[] }): void {
  const { installation, repositories } = input;
  for (const repository of repositories) installation.repositoryIds.add(repository.id);
  announceRepositories(world, actor, { installation, action: 'added', added: repositories, removed: [] });
}

export function removeFromInstallation(world: World, actor: Actor, input: { installation: Installation; repositories: readonly Repository[] }): void {
  const { installation, repositories } = input;
  for (const repository of repositories) installation.repositoryIds.delete(repository.id);
  announceRepositories(world, actor, { installation, action: 'removed', added: [], removed: repositories });
}

function announceRepositories(
  world: World,
  actor: Actor,
  input: { installation: Installation; action: 'added' | 'removed'; added: readonly Repository[]; removed: readonly Repository[] },
): void {
  const { installation, action, added, removed } = input;
  announceInstallation(world, actor, {
    installation,
    event: 'installation_repositories',
    action,
    extra: {
      repository_selection: installation.selection,
      repositories_added: added.map((repository) => shortRepository(world, repository)),
      repositories_removed: removed.map((repository) => shortRepository(world, repository)),
      requester: null,
    },
  });
}

/** A suspended installation has no API and hears no events. */
export function suspend(world: World, actor: Actor, installation: Installation): void {
  announceInstallation(world, actor, { installation, event: 'installation', action: 'suspend', extra: {} });
  installation.suspendedAt = world.now();
}

export function unsuspend(world: World, actor: Actor, installation: Installation): void {
  installation.suspendedAt = null;
  announceInstallation(world, actor, { installation, event: 'installation', action: 'unsuspend', extra: {} });
}

export function uninstall(world: World, actor: Actor, installation: Installation): void {
  announceInstallation(world, actor, {
    installation,
    event: 'installation',
    action: 'deleted',
    extra: { repositories: renderInstalledRepositories(world, installation) },
  });
  world.installations.delete(installation.id);
  for (const token of world.tokens.values()) if (token.kind === 'installation' && token.installationId === installation.id) world.tokens.delete(token.value);
}

function announceInstallation(world: World, actor: Actor, input: { installation: Installation; event: string; action: string; extra: Json }): void {
  const { installation, event, action, extra } = input;
  const payload = { action, installation: renderInstallation(world, installation), ...extra, sender: renderUser(world, actor.user) };
  world.emit({ event, action, repository: null, accountId: installation.accountId, payload, onlyAppId: installation.appId, installationId: installation.id });
}
