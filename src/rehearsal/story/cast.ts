import { ruleNames } from '../../core/people/rule-names.ts';
import type { AuthorityRule, Policy } from '../../core/policy/policy.ts';
import type { EmbeddedGitHub } from '../github/start-github.ts';

/** Who plays: a lead who owns the organisation, a developer, and somebody for every team and user that may sign. */
export interface Cast {
  readonly lead: string;
  readonly developer: string;
  /** Logins that together satisfy a rule; empty when the configuration names nobody. */
  readonly signersOf: (rule: AuthorityRule | null) => readonly string[];
}

const lead = 'ana-lead';
const developer = 'bruno-dev';
const names = ['carla', 'diego', 'elena', 'fermin', 'gloria', 'hugo', 'ines', 'julio', 'karen', 'luis'];

/** Makes the accounts that the configuration's authorities name, so that each of them can be satisfied. */
export function castOf(github: EmbeddedGitHub, organisation: string, policy: Policy): Cast {
  const { people } = github;
  people.addOrganisation(organisation, { owners: [lead], members: [developer] });
  const members = new Map<string, string[]>();
  const rules = Object.values(policy.authorities);
  const everybody = rules.flatMap(ruleNames);
  const size = Math.max(1, ...rules.map(mostNeeded));
  const teams = [...new Set(everybody.filter(({ kind }) => kind === 'team').map(({ name }) => name))];
  for (const [index, team] of teams.entries()) {
    const [owner = organisation, slug = team] = team.includes('/') ? team.split('/') : [organisation, team];
    const logins = Array.from({ length: size }, (_, n) => `${names[(index + n) % names.length]}-${slug}`.slice(0, 39));
    // A team of another organisation is out of our sight, as it would be on GitHub.
    if (owner.toLowerCase() === organisation.toLowerCase()) people.addTeam({ organisation, name: slug, members: logins });
    members.set(team, logins);
  }
  for (const { kind, name } of everybody) if (kind === 'user') people.addMember({ organisation, login: name });
  return { lead, developer, signersOf: (rule) => signers(rule, members) };
}

function signers(rule: AuthorityRule | null, members: ReadonlyMap<string, readonly string[]>): string[] {
  if (!rule) return [];
  if ('all' in rule) return [...new Set(rule.all.flatMap((each) => signers(each, members)))];
  if ('any' in rule) return rule.any.map((each) => signers(each, members)).find((found) => found.length > 0) ?? [];
  const people = [...(rule.users ?? []), ...(rule.teams ?? []).flatMap((team) => members.get(team) ?? [])];
  // A repository role is everybody's who has it; the lead, as an owner, has every role.
  return [...new Set([...people, ...(people.length === 0 && rule.roles ? [lead] : [])])].slice(0, rule.count);
}

function mostNeeded(rule: AuthorityRule): number {
  if ('all' in rule) return Math.max(1, ...rule.all.map(mostNeeded));
  if ('any' in rule) return Math.max(1, ...rule.any.map(mostNeeded));
  return rule.count;
}
