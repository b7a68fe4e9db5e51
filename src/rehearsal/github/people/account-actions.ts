import type { Account, AppRecord, Installation, Role, Team } from '../records/account.ts';
import { accountByLogin, ownerOf } from '../records/find.ts';
import type { Repository } from '../records/repository.ts';
import type { World } from '../records/world.ts';
import { addAccount, addMember, addTeam, addTeamMember, addUserToken, grant } from '../state/accounts.ts';
import { writeFiles } from '../state/commits.ts';
import type { FileEdits } from '../state/commits.ts';
import { addToInstallation, installApp, removeFromInstallation, suspend, uninstall, unsuspend } from '../state/installations.ts';
import { push } from '../state/push.ts';
import { createRepository, forkRepository, renameRepository } from '../state/repositories.ts';
import type { RepositoryInput } from '../state/repositories.ts';
import { locate, person } from './locate.ts';
import type { RepositoryRef } from './locate.ts';

export interface NewRepository extends Omit<RepositoryInput, 'ownerId' | 'forkOf'> {
  readonly owner: string;
  /** Who makes it and signs the first commit; an owner by default. */
  readonly as?: string;
  readonly files?: FileEdits;
}

/** Somebody who may act for an account: itself, or an owner of the organisation. */
function somebodyOf(world: World, account: Account): Account {
  if (account.type === 'User') return account;
  const owner = [...(world.organisations.get(account.id) ?? [])].find(([, membership]) => membership.role === 'admin');
  return owner === undefined ? account : (world.accounts.get(owner[0]) ?? account);
}

export function createAccountActions(world: World, app: AppRecord) {
  const addUser = (login: string, options: { readonly name?: string; readonly type?: 'User' | 'Bot' } = {}): Account & { readonly token: string } => {
    const account = addAccount(world, { login, type: options.type ?? 'User', ...(options.name === undefined ? {} : { name: options.name }) });
    return Object.assign(account, { token: addUserToken(world, account) });
  };
  const ensureUser = (login: string): Account => [...world.accounts.values()].find((account) => account.login === login) ?? addUser(login);
  return {
    addUser,
    /** Its owners are made when they do not exist yet. */
    addOrganisation: (login: string, options: { readonly owners?: readonly string[]; readonly members?: readonly string[] } = {}): Account => {
      const account = addAccount(world, { login, type: 'Organization' });
      for (const owner of options.owners ?? []) addMember(world, { organisationId: account.id, userId: ensureUser(owner).id, role: 'admin' });
      for (const member of options.members ?? []) addMember(world, { organisationId: account.id, userId: ensureUser(member).id });
      return account;
    },
    addMember: (input: { readonly organisation: string; readonly login: string; readonly role?: 'admin' | 'member'; readonly state?: 'active' | 'pending' }): void => {
      addMember(world, { organisationId: accountByLogin(world, input.organisation).id, userId: ensureUser(input.login).id, role: input.role ?? 'member', state: input.state ?? 'active' });
    },
    addTeam: (input: { readonly organisation: string; readonly name: string; readonly members?: readonly string[]; readonly maintainers?: readonly string[]; readonly parent?: Team }): Team => {
      const team = addTeam(world, { organisationId: accountByLogin(world, input.organisation).id, name: input.name, ...(input.parent === undefined ? {} : { parentId: input.parent.id }) });
      for (const login of input.members ?? []) addTeamMember(world, { team, userId: ensureUser(login).id });
      for (const login of input.maintainers ?? []) addTeamMember(world, { team, userId: ensureUser(login).id, role: 'maintainer' });
      return team;
    },
    addTeamMember: (input: { readonly team: Team; readonly login: string; readonly state?: 'active' | 'pending' }): void => {
      addTeamMember(world, { team: input.team, userId: ensureUser(input.login).id, state: input.state ?? 'active' });
    },
    removeTeamMember: (input: { readonly team: Team; readonly login: string }): void => {
      input.team.members.delete(accountByLogin(world, input.login).id);
    },
    grantRole: (input: { readonly repository: RepositoryRef; readonly role: Role } & ({ readonly login: string } | { readonly team: Team })): void => {
      const repository = locate(world, input.repository);
      if ('team' in input) grant(repository, { team: input.team, role: input.role });
      else grant(repository, { userId: ensureUser(input.login).id, role: input.role });
    },
    createRepository: (input: NewRepository): Repository => {
      const owner = accountByLogin(world, input.owner);
      const actor = { user: input.as === undefined ? somebodyOf(world, owner) : accountByLogin(world, input.as), app: null };
      const { owner: _owner, as: _as, files, ...rest } = input;
      const repository = createRepository(world, actor, { ...rest, ownerId: owner.id });
      if (files !== undefined) {
        const first = writeFiles(world, actor.user, { parent: null, files, message: 'First commit' });
        push(world, actor, { repository, ref: `refs/heads/${repository.defaultBranch}`, sha: first.sha });
      }
      return repository;
    },
    fork: (input: { readonly repository: RepositoryRef; readonly as: string }): Repository => forkRepository(world, { user: ensureUser(input.as), app: null }, locate(world, input.repository)),
    rename: (input: { readonly repository: RepositoryRef; readonly as: string; readonly name: string }): void => renameRepository(world, person(world, input.as), { repository: locate(world, input.repository), name: input.name }),
    installApp: (input: { readonly account: string; readonly repositories?: 'all' | readonly RepositoryRef[]; readonly as?: string; readonly app?: AppRecord }): Installation => {
      const account = accountByLogin(world, input.account);
      const chosen = input.repositories ?? 'all';
      const user = input.as === undefined ? somebodyOf(world, account) : accountByLogin(world, input.as);
      return installApp(world, { user, app: null }, { app: input.app ?? app, accountId: account.id, repositories: chosen === 'all' ? 'all' : chosen.map((repository) => locate(world, repository)) });
    },
    addToInstallation: (installation: Installation, repositories: readonly RepositoryRef[]): void => {
      const found = repositories.map((repository) => locate(world, repository));
      const account = found[0] === undefined ? undefined : ownerOf(world, found[0]);
      if (account !== undefined) addToInstallation(world, { user: somebodyOf(world, account), app: null }, { installation, repositories: found });
    },
    removeFromInstallation: (installation: Installation, repositories: readonly RepositoryRef[]): void => {
      const found = repositories.map((repository) => locate(world, repository));
      const account = found[0] === undefined ? undefined : ownerOf(world, found[0]);
      if (account !== undefined) removeFromInstallation(world, { user: somebodyOf(world, account), app: null }, { installation, repositories: found });
    },
    suspendInstallation: (installation: Installation, as: string): void => suspend(world, person(world, as), installation),
    unsuspendInstallation: (installation: Installation, as: string): void => unsuspend(world, person(world, as), installation),
    uninstallApp: (installation: Installation, as: string): void => uninstall(world, person(world, as), installation),
  };
}
