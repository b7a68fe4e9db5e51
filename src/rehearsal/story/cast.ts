import { ruleNames } from '../../core/people/rule-names.ts';
import type { AuthorityRule, Policy } from '../../core/policy/policy.ts';
import type { Role } from '../github/records/account.ts';
import type { EmbeddedGitHub } from '../github/start-github.ts';

/** Who plays: a lead who owns the organisation, a developer, and somebody for every team, user and role that may sign. */
export interface Cast {
  readonly lead: string;
  readonly developer: string;
  /** Who has to be given a role in the repository, because a rule names that role. */
  readonly roles: readonly { readonly login: string; readonly role: Role }[];
  /** Whom the app cannot verify, since their team is another organisation's. */
  readonly outsiders: ReadonlySet<string>;
  /** Logins that together satisfy a rule; empty when the configuration names nobody. */
  readonly signersOf: (rule: AuthorityRule | null) => readonly string[];
}

const lead = 'ana-lead';
const developer = 'bruno-dev';
const names = ['carla', 'diego', 'elena', 'fermin', 'gloria', 'hugo', 'ines', 'julio', 'karen', 'luis'];

/** Makes the accounts that the configuration's authorities name, so that each of them can be satisfied. */
export function castOf(github: EmbeddedGitHub, organisation: string, policy: Policy): Cast {
  const { people } = github;
  const rules = Object.values(policy.authorities);
  const everybody = rules.flatMap(ruleNames);
  const size = Math.max(1, ...rules.map(mostNeeded));
  const named = (kind: string): string[] => [...new Set(everybody.filter((each) => each.kind === kind).map(({ name }) => name))];
  const persons = (index: number, suffix: string): string[] =>
    Array.from({ length: size }, (_, n) => `${names[(index + n) % names.length]}-${suffix}`.slice(0, 39));

  people.addOrganisation(organisation, { owners: [lead], members: [developer] });
  const members = new Map<string, readonly string[]>();
  const outsiders = new Set<string>();
  const known = new Set([organisation.toLowerCase()]);
  for (const [index, team] of named('team').entries()) {
    const [owner = organisation, slug = team] = team.split('/');
    // The app is not installed in another organisation: its teams are out of our sight, as they would be on GitHub.
    if (!known.has(owner.toLowerCase())) people.addOrganisation(owner, { owners: [`${owner}-owner`.slice(0, 39)] });
    known.add(owner.toLowerCase());
    members.set(team, persons(index, slug));
    if (owner.toLowerCase() !== organisation.toLowerCase()) for (const login of persons(index, slug)) outsiders.add(login);
    people.addTeam({ organisation: owner, name: slug, members: members.get(team) ?? [] });
  }
  for (const login of named('user')) if (!login.endsWith('[bot]')) people.addMember({ organisation, login });
  const roles = named('role').flatMap((role, index) => {
    members.set(`role ${role}`, persons(index, role));
    return persons(index, role).map((login) => ({ login, role: role as Role }));
  });
  return { lead, developer, roles, outsiders, signersOf: (rule) => signers(rule, members) };
}

function signers(rule: AuthorityRule | null, members: ReadonlyMap<string, readonly string[]>): string[] {
  if (!rule) return [];
  if ('all' in rule) return [...new Set(rule.all.flatMap((each) => signers(each, members)))];
  if ('any' in rule) return rule.any.map((each) => signers(each, members)).find((found) => found.length > 0) ?? [];
  const users = (rule.users ?? []).filter((login) => !login.endsWith('[bot]'));
  const groups = [...(rule.teams ?? []), ...(rule.roles ?? []).map((role) => `role ${role}`)];
  return [...new Set([...users, ...groups.flatMap((group) => members.get(group) ?? [])])].slice(0, rule.count);
}

function mostNeeded(rule: AuthorityRule): number {
  if ('all' in rule) return Math.max(1, ...rule.all.map(mostNeeded));
  if ('any' in rule) return Math.max(1, ...rule.any.map(mostNeeded));
  return rule.count;
}
