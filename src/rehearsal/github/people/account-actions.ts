import type { Account, Role, Team } from '../records/account.ts';
import { accountById, accountByLogin } from '../records/find.ts';
import type { World } from '../records/world.ts';
import { addAccount, addMember, addTeam, addTeamMember, addUserToken, grant, removeMember, removeTeamMember } from '../state/accounts.ts';
import { locate, person } from './locate.ts';
import type { RepositoryRef } from './locate.ts';
import { somebodyOf } from './somebody-of.ts';

interface NewTeam {
  readonly organisation: string;
  readonly name: string;
  readonly members?: readonly string[];
  readonly maintainers?: readonly string[];
  readonly parent?: Team;
}

interface NewUser {
  readonly name?: string;
  readonly type?: 'User' | 'Bot';
}

function addUser(world: World, login: string, options: NewUser): Account & { readonly token: string } {
  const account = addAccount(world, { login, type: options.type ?? 'User', ...(options.name === undefined ? {} : { name: options.name }) });
  return Object.assign(account, { token: addUserToken(world, account) });
}

/** Finds a person, or makes one: a script need not introduce everybody first. */
export function ensureUser(world: World, login: string): Account {
  return [...world.accounts.values()].find((account) => account.login === login) ?? addUser(world, login, {});
}

function addNewTeam(world: World, input: NewTeam): Team {
  const organisation = accountByLogin(world, input.organisation);
  const team = addTeam(world, { organisationId: organisation.id, name: input.name, ...(input.parent === undefined ? {} : { parentId: input.parent.id }) });
  const actor = { user: somebodyOf(world, organisation), app: null };
  for (const login of input.members ?? []) addTeamMember(world, actor, { team, userId: ensureUser(world, login).id });
  for (const login of input.maintainers ?? []) addTeamMember(world, actor, { team, userId: ensureUser(world, login).id, role: 'maintainer' });
  return team;
}

function addOrganisation(world: World, login: string, options: { readonly owners?: readonly string[]; readonly members?: readonly string[] }): Account {
  const account = addAccount(world, { login, type: 'Organization' });
  for (const owner of options.owners ?? []) addMember(world, { organisationId: account.id, userId: ensureUser(world, owner).id, role: 'admin' });
  for (const member of options.members ?? []) addMember(world, { organisationId: account.id, userId: ensureUser(world, member).id });
  return account;
}

export function createAccountActions(world: World) {
  const ownerOfTeam = (team: Team) => ({ user: somebodyOf(world, accountById(world, team.organisationId)), app: null });
  return {
    addUser: (login: string, options: NewUser = {}) => addUser(world, login, options),
    /** Its owners and members are made when they do not exist yet. */
    addOrganisation: (login: string, options: { readonly owners?: readonly string[]; readonly members?: readonly string[] } = {}): Account =>
      addOrganisation(world, login, options),
    addMember: (input: {
      readonly organisation: string;
      readonly login: string;
      readonly role?: 'admin' | 'member';
      readonly state?: 'active' | 'pending';
    }): void => {
      addMember(world, {
        organisationId: accountByLogin(world, input.organisation).id,
        userId: ensureUser(world, input.login).id,
        role: input.role ?? 'member',
        state: input.state ?? 'active',
      });
    },
    removeMember: (input: { readonly organisation: string; readonly login: string; readonly as: string }): void => {
      removeMember(world, person(world, input.as), {
        organisationId: accountByLogin(world, input.organisation).id,
        userId: accountByLogin(world, input.login).id,
      });
    },
    addTeam: (input: NewTeam): Team => addNewTeam(world, input),
    addTeamMember: (input: { readonly team: Team; readonly login: string; readonly state?: 'active' | 'pending' }): void => {
      addTeamMember(world, ownerOfTeam(input.team), { team: input.team, userId: ensureUser(world, input.login).id, state: input.state ?? 'active' });
    },
    removeTeamMember: (input: { readonly team: Team; readonly login: string }): void => {
      removeTeamMember(world, ownerOfTeam(input.team), { team: input.team, userId: accountByLogin(world, input.login).id });
    },
    grantRole: (input: { readonly repository: RepositoryRef; readonly role: Role } & ({ readonly login: string } | { readonly team: Team })): void => {
      const repository = locate(world, input.repository);
      if ('team' in input) grant(repository, { team: input.team, role: input.role });
      else grant(repository, { userId: ensureUser(world, input.login).id, role: input.role });
    },
  };
}
