import { teamGone, type AuthorityProof, type HeldName } from '../../core/people/authority-proof.ts';
import type { Person } from '../../core/people/decision.ts';
import { ruleNames } from '../../core/people/rule-names.ts';
import type { AuthorityRule } from '../../core/policy/policy.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import type { GitHub } from '../client.ts';
import { refusalOf } from '../refusal-of.ts';
import { type ReadUser, userReader } from './user-reader.ts';
import { roleHolds } from './role-holds.ts';

export interface ProofInput {
  readonly repository: Pick<RepositoryFacts, 'owner' | 'name'>;
  readonly authority: string;
  readonly rule: AuthorityRule;
  readonly person: Person;
  readonly now: string;
  /** Who looks accounts up; left out, GitHub is asked. */
  readonly readUser?: ReadUser;
}

type Held = 'yes' | 'no' | 'invited' | { readonly unknown: string };

/**
 * Asks GitHub which names of an authority's rule a person holds. Team members count when active, those of child teams too.
 * A missing permission is `unknown`: never held, never refuted. Users and roles need no organisation.
 */
export async function proveAuthority(github: GitHub, input: ProofInput): Promise<AuthorityProof> {
  const proof = { via: [] as HeldName[], invited: [] as HeldName[], unknown: [] as (HeldName & { why: string })[] };
  for (const name of ruleNames(input.rule)) {
    const held = await holdsName(github, input, name);
    if (held === 'yes') proof.via.push(name);
    else if (held === 'invited') proof.invited.push(name);
    else if (held !== 'no') proof.unknown.push({ ...name, why: held.unknown });
  }
  return { userId: input.person.id, authority: input.authority, checkedAt: input.now, ...proof };
}

async function holdsName(github: GitHub, input: ProofInput, name: HeldName): Promise<Held> {
  try {
    if (name.kind === 'team') return await holdsTeam(github, input.person, name.name);
    if (name.kind === 'user') return await isUser(input.readUser ?? userReader(github), input.person, name.name);
    return await holdsRole(github, input, name.name);
  } catch (error) {
    if (refusalOf(error) === 'absent') return name.kind === 'team' && !(await isTeam(github, name.name)) ? { unknown: teamGone } : 'no';
    return { unknown: name.kind === 'team' ? '403: members: read' : '403: metadata: read' };
  }
}

/** A team that was renamed has another slug, and its old one answers as if nobody were in it. */
async function isTeam(github: GitHub, team: string): Promise<boolean> {
  const [org = '', slug = ''] = team.replace(/^@/, '').split('/');
  try {
    await github.rest.teams.getByName({ org, team_slug: slug });
    return true;
  } catch (error) {
    // Whoever may not look at teams was refused before: this one was about the team alone.
    return refusalOf(error) !== 'absent';
  }
}

async function holdsTeam(github: GitHub, person: Person, team: string): Promise<Held> {
  const [org = '', slug = ''] = team.replace(/^@/, '').split('/');
  if (slug === '') return 'no';
  const { data } = await github.rest.teams.getMembershipForUserInOrg({ org, team_slug: slug, username: person.login });
  return data.state === 'active' ? 'yes' : 'invited';
}

/** The configured login must be this very account: a freed login can be taken by somebody else. */
async function isUser(readUser: ReadUser, person: Person, login: string): Promise<Held> {
  const wanted = login.replace(/^@/, '');
  if (wanted.toLowerCase() !== person.login.toLowerCase()) return 'no';
  const { id } = await readUser(wanted);
  return id === person.id ? 'yes' : 'no';
}

async function holdsRole(github: GitHub, { repository, person }: ProofInput, role: string): Promise<Held> {
  const { data } = await github.rest.repos.getCollaboratorPermissionLevel({ owner: repository.owner, repo: repository.name, username: person.login });
  if (data.user && data.user.id !== person.id) return 'no';
  return roleHolds(role, { roleName: data.role_name, permission: data.permission }) ? 'yes' : 'no';
}
