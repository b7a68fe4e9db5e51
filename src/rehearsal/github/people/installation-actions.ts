import type { Actor, AppRecord, Installation } from '../records/account.ts';
import { accountById, accountByLogin } from '../records/find.ts';
import type { World } from '../records/world.ts';
import { addToInstallation, installApp, removeFromInstallation, suspend, uninstall, unsuspend } from '../state/installations.ts';
import { locate, person } from './locate.ts';
import type { RepositoryRef } from './locate.ts';
import { somebodyOf } from './somebody-of.ts';

export interface NewInstallation {
  readonly account: string;
  /** All of the account's repositories unless some are selected. */
  readonly repositories?: 'all' | readonly RepositoryRef[];
  readonly as?: string;
  /** The app under test unless another is given. */
  readonly app?: AppRecord;
}

export function createInstallationActions(world: World, app: AppRecord) {
  const owner = (installation: Installation): Actor => ({ user: somebodyOf(world, accountById(world, installation.accountId)), app: null });
  const all = (repositories: readonly RepositoryRef[]) => repositories.map((repository) => locate(world, repository));
  return {
    installApp: (input: NewInstallation): Installation => {
      const account = accountByLogin(world, input.account);
      const chosen = input.repositories ?? 'all';
      const actor: Actor = input.as === undefined ? { user: somebodyOf(world, account), app: null } : person(world, input.as);
      return installApp(world, actor, { app: input.app ?? app, accountId: account.id, repositories: chosen === 'all' ? 'all' : all(chosen) });
    },
    addToInstallation: (installation: Installation, repositories: readonly RepositoryRef[]): void =>
      addToInstallation(world, owner(installation), { installation, repositories: all(repositories) }),
    removeFromInstallation: (installation: Installation, repositories: readonly RepositoryRef[]): void =>
      removeFromInstallation(world, owner(installation), { installation, repositories: all(repositories) }),
    suspendInstallation: (installation: Installation): void => suspend(world, owner(installation), installation),
    unsuspendInstallation: (installation: Installation): void => unsuspend(world, owner(installation), installation),
    uninstallApp: (installation: Installation): void => uninstall(world, owner(installation), installation),
  };
}
