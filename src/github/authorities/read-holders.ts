import type { AuthorityHolders, HeldName } from '../../core/people/authority-proof.ts';
import { ruleNames } from '../../core/people/rule-names.ts';
import type { AuthorityRule } from '../../core/policy/policy.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import type { GitHub } from '../client.ts';
import { refusalOf } from '../refusal-of.ts';
import { type Account, type ReadUser, userReader } from './user-reader.ts';
import { roleHolds } from './role-holds.ts';

type Repository = Pick<RepositoryFacts, 'owner' | 'name'>;

export interface HoldersInput {
  readonly repository: Repository;
  readonly rule: AuthorityRule;
  /** Who looks accounts up; left out, GitHub is asked. */
  readonly readUser?: ReadUser;
}

/** Lists everybody who holds a name of an authority's rule, bots left out. A list that cannot be read makes it incomplete. */
export async function readHolders(github: GitHub, input: HoldersInput): Promise<AuthorityHolders> {
  const people = new Map<number, { id: number; login: string; via: HeldName[] }>();
  let complete = true;
  for (const name of ruleNames(input.rule)) {
    const members = await membersOf(github, input, name);
    if (members === null) complete = false;
    for (const member of members ?? []) {
      if (member.type !== 'User') continue;
      const known = people.get(member.id) ?? { id: member.id, login: member.login, via: [] };
      people.set(member.id, { ...known, via: [...known.via, name] });
    }
  }
  return { people: [...people.values()].sort((a, b) => (a.login < b.login ? -1 : 1)), complete };
}

async function membersOf(github: GitHub, { repository, readUser = userReader(github) }: HoldersInput, name: HeldName): Promise<readonly Account[] | null> {
  try {
    if (name.kind === 'team') return await teamMembers(github, name.name);
    if (name.kind === 'role') return await roleMembers(github, repository, name.name);
    return [await readUser(name.name)];
  } catch (error) {
    // A user who is gone is nobody; a team that cannot be seen may have members.
    return refusalOf(error) === 'absent' && name.kind === 'user' ? [] : null;
  }
}

async function teamMembers(github: GitHub, team: string): Promise<readonly Account[]> {
  const [org = '', slug = ''] = team.replace(/^@/, '').split('/');
  return await github.paginate(github.rest.teams.listMembersInOrg, { org, team_slug: slug, per_page: 100 });
}

async function roleMembers(github: GitHub, repository: Repository, role: string): Promise<readonly Account[]> {
  const all = await github.paginate(github.rest.repos.listCollaborators, { owner: repository.owner, repo: repository.name, per_page: 100 });
  return all.filter((person) => roleHolds(role, { roleName: person.role_name, permission: permissionOf(person.permissions) }));
}

function permissionOf(permissions: Readonly<Record<string, boolean>> | undefined): string {
  if (permissions?.admin) return 'admin';
  return permissions?.push ? 'write' : 'read';
}
