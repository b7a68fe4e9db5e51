import { authorityFor } from './authority-for.ts';
import { authorityImplies, authorityText, namesOf } from './authority-implies.ts';
import type { AuthorityRule, Policy } from './policy.ts';
import type { Weakening } from './weakening.ts';

/** Authorities that fewer or other people satisfy, names that were added, and checkpoints that are gone. */
export function authorityWeakenings(before: Policy, after: Policy): Weakening[] {
  const old = rules(before);
  const own = Object.keys(after.authorities).filter((id) => !old.has(id));
  const changed = [...new Set([...old.keys(), ...own])].flatMap((id) => compare(id, old.get(id) ?? null, rules(after).get(id) ?? null));
  const kept = new Set(after.playbook.checkpoints.map((checkpoint) => checkpoint.id));
  const gone = before.playbook.checkpoints
    .filter((checkpoint) => !kept.has(checkpoint.id))
    .map((checkpoint): Weakening => ({ kind: 'checkpoint-dropped', path: `checkpoints.${checkpoint.id}`, from: checkpoint.id, to: '' }));
  return [...changed, ...tierWeakenings(before, after), ...gone];
}

/** Authorities that the playbook newly names for the tier: they override, accept baselines and let weaker configurations through. */
function tierWeakenings(before: Policy, after: Policy): Weakening[] {
  const named = ({ playbook }: Policy): string[] => playbook.authorities.filter(({ tiers }) => tiers?.includes(after.tier)).map(({ id }) => id);
  const known = named(before);
  return named(after)
    .filter((id) => !known.includes(id))
    .map((id) => ({ kind: 'authority-loosened', path: `authorities.${id}.tiers`, from: known.join(', '), to: named(after).join(', ') }));
}

/** What holds for each authority and each checkpoint, by the name under which one would configure it. */
function rules(policy: Policy): Map<string, AuthorityRule | null> {
  const { authorities, playbook } = policy;
  return new Map<string, AuthorityRule | null>([
    ...playbook.checkpoints.map((checkpoint) => [checkpoint.id, authorityFor(policy, checkpoint)] as const),
    ...Object.entries(authorities),
  ]);
}

function compare(id: string, old: AuthorityRule | null, now: AuthorityRule | null): Weakening[] {
  // Nobody can sign any more: that opens nothing.
  if (!now) return [];
  const path = `authorities.${id}`;
  const known = old ? namesOf(old) : [];
  const names = [...new Set(namesOf(now))].filter((name) => !known.includes(name));
  const from = old ? authorityText(old) : '';
  const to = authorityText(now);
  const loosened: Weakening[] = old && !authorityImplies(now, old) ? [{ kind: 'authority-loosened', path, from, to }] : [];
  return names.length > 0 ? [...loosened, { kind: 'name-added', path, from, to, names }] : loosened;
}
