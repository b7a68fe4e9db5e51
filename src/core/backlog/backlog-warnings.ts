import { pilotCalendar, scheduleLength } from '../calendar/sprint-calendar.ts';
import type { Policy } from '../policy/policy.ts';
import { applies } from './applies.ts';
import type { BacklogItem } from './backlog-items.ts';
import { type WarningWords, warningWords } from './warning-words.ts';

/** So many ids are named; the rest is counted. */
const named = 5;

/** What the reader of a plan should know before seeding it, in the policy's language: its length first. */
export function backlogWarnings(policy: Policy, items: readonly BacklogItem[]): string[] {
  const words = warningWords(policy.locale);
  return [...lengthWarnings(policy, words), ...configWarnings(policy, words), ...treeWarnings(items, words)];
}

function lengthWarnings(policy: Policy, words: WarningWords): string[] {
  const { weeks, profile, range, exceeds } = scheduleLength(policy);
  const title = policy.text.profiles[profile]?.title ?? profile;
  const between = `${range[0]}-${range[1]}`;
  const pilot = pilotCalendar(policy);
  const pilotWeeks = policy.playbook.phases.reduce((sum, phase) => sum + phase.weeks, 0);
  const tiers = policy.playbook.profiles.find((candidate) => candidate.id === profile)?.tiers;
  return [
    ...(exceeds ? [words.tooLong(weeks, between, title)] : []),
    ...(weeks < range[0] ? [words.tooShort(weeks, between, title)] : []),
    ...(pilotWeeks > 0 ? [`${words.pilotOnTop(pilotWeeks)} ${words.pastEnd(pilot.at(-1)?.end ?? '')}`] : []),
    ...(tiers !== undefined && !tiers.includes(policy.tier) ? [words.profileTier(title, tiers.join(', '))] : []),
  ];
}

function configWarnings(policy: Policy, words: WarningWords): string[] {
  const unset = Object.entries(policy.parameters)
    .filter(([, value]) => value === null)
    .map(([id]) => id);
  const unsigned = policy.playbook.checkpoints
    .filter((checkpoint) => policy.authorities[checkpoint.id] === undefined && policy.authorities[checkpoint.authority] === undefined)
    .map((checkpoint) => checkpoint.id);
  return [
    ...(policy.components.length === 0 ? [words.noComponents] : kindWarnings(policy, words)),
    ...(unset.length > 0 ? [words.unsetParameters(unset.length, some(unset))] : []),
    ...(unsigned.length > 0 ? [words.nobodySigns(unsigned.length, some(unsigned))] : []),
  ];
}

/** Criteria that would be asked, were there a component of their kind: a product's model may have been forgotten. */
function kindWarnings(policy: Policy, words: WarningWords): string[] {
  const dropped = policy.playbook.criteria.filter((criterion) => !applies(criterion, policy) && applies({ ...criterion, kinds: undefined }, policy));
  const byKinds = Map.groupBy(dropped, ({ kinds }) => (kinds ?? []).map((kind) => `\`${kind}\``).join(' / '));
  return [...byKinds].map(([kinds, criteria]) => words.noComponentOf(criteria.length, kinds));
}

function treeWarnings(items: readonly BacklogItem[], words: WarningWords): string[] {
  const orphans = items.filter((item) => item.crowdedOut);
  return orphans.length > 0 ? [words.tooManyChildren(orphans.length)] : [];
}

function some(ids: readonly string[]): string {
  return ids.slice(0, named).join(', ') + (ids.length > named ? ', …' : '');
}
