import { conditionStandings } from '../people/condition-issues.ts';
import type { Policy } from '../policy/policy.ts';
import { registerEntries, type RegisterEntry } from '../register/register-entries.ts';
import type { IssueFacts } from '../snapshot/facts.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import type { StandingPromise } from './standing.ts';

const kinds: Partial<Record<RegisterEntry['section'], StandingPromise['kind']>> = {
  waivers: 'waiver',
  attestations: 'attestation',
  overrides: 'override',
  baselines: 'baseline',
  conditions: 'condition',
};

/**
 * What people accepted or stated, as the register has it: what is in force first, by its end. Left out is what never came
 * into force for want of a signature, what somebody's later word replaced, and each condition that is met; holds are none.
 */
export function standingPromises(
  policy: Policy,
  { now, repository, decisions, seeded }: Pick<PullSnapshot, 'now' | 'repository' | 'decisions' | 'seeded'>,
): StandingPromise[] {
  return registerEntries({ now, policy, repository, decisions, seeded, openPulls: null }).flatMap((entry) => promisesOf(entry, seeded));
}

function promisesOf(entry: RegisterEntry, seeded: readonly IssueFacts[]): StandingPromise[] {
  const { decision, section, end } = entry;
  const kind = kinds[section];
  const state = stateOf(entry);
  if (kind === undefined || state === null || decision.kind === 'hold') return [];
  const { subject, by, at, reason, link, source } = decision;
  const promise = { kind, subject, by: by.login, at, until: end, reason: reason ?? '', link: link ?? source.url, state };
  if (kind !== 'condition') return [promise];
  const open = conditionStandings(decision, seeded).filter(({ met }) => !met);
  return open.map(({ text, due }) => ({ ...promise, until: due ?? end, reason: text }));
}

function stateOf({ over, counts }: RegisterEntry): StandingPromise['state'] | null {
  if (over === null) return counts ? 'in-force' : null;
  return over.how === 'expired' || over.how === 'revoked' ? over.how : null;
}
