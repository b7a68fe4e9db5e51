import { itemKinds } from '../playbook/playbook-schema.ts';
import type { Policy } from '../policy/policy.ts';
import type { Write } from '../plan/write.ts';
import { adoptionLabel, backlogLabels, kindLabel } from './backlog-labels.ts';
import { backlogMilestones } from './backlog-milestones.ts';
import { findSeeded, type Seeded, type SeededIssue } from './find-seeded.ts';
import { planBacklog, type PlannedIssue } from './plan-backlog.ts';
import { planIssues } from './plan-issues.ts';
import { planLabels } from './plan-labels.ts';
import { planLinks } from './plan-links.ts';
import { planMilestones } from './plan-milestones.ts';
import type { SeedNotice } from './seed-notice.ts';
import type { SeedSnapshot } from './seed-snapshot.ts';
import { type SeedWords, seedWords } from './seed-words.ts';

export interface SeedingPlan {
  /** In this order: labels, milestones, issues with parents first, links. Empty when the repository is as planned. */
  readonly writes: readonly Write[];
  /** What was left as it is, or taken over. */
  readonly notices: readonly SeedNotice[];
}

export interface SeedingOptions {
  /** Take over marked issues of authors that are not accepted (`seed --adopt`). */
  readonly adopt?: boolean;
  /** Close open issues whose item left the playbook, instead of only reporting them. */
  readonly closeLeft?: boolean;
}

/** The writes that bring a repository to the plan of its policy. Pure; applied fully and planned again it gives none. */
export function planSeeding(policy: Policy, snapshot: SeedSnapshot, options: SeedingOptions = {}): SeedingPlan {
  const words = seedWords(policy.locale);
  const backlog = planBacklog(policy);
  const milestones = backlogMilestones(policy);
  const found = findSeeded(policy.unit, snapshot.issues, snapshot.accepted);
  const adopted = options.adopt === true ? adoptable(found) : new Map<string, SeededIssue>();
  const existing = new Map([...found.byId, ...adopted]);
  const kinds = new Set(backlog.items.map((item) => item.kind));
  const wanted = [...backlogLabels(policy, kinds), ...(adopted.size > 0 ? [adoptionLabel(policy)] : [])];
  const milestonePlan = planMilestones({ unit: policy.unit, planned: milestones, existing: snapshot.milestones, words });
  const titles = new Map(milestones.map(({ key, title }) => [key, title]));
  const adopting = new Set(adopted.keys());
  const steps = [
    planLabels(wanted, snapshot.labels, words),
    milestonePlan,
    planIssues({ unit: policy.unit, items: backlog.items, existing, adopting, milestones: { numbers: milestonePlan.numbers, titles }, words }),
    planLeft(backlog.items, existing, { words, close: options.closeLeft === true }),
    snapshot.subIssues ? planLinks(backlog.items, existing, words) : withoutLinks(words),
  ];
  return { writes: steps.flatMap((step) => step.writes), notices: [...steps.flatMap((step) => step.notices), ...strangers(found, adopted, words)] };
}

function adoptable(found: Seeded): Map<string, SeededIssue> {
  const adopted = new Map<string, SeededIssue>();
  for (const seeded of found.foreign) if (!found.byId.has(seeded.id) && !adopted.has(seeded.id)) adopted.set(seeded.id, seeded);
  return adopted;
}

/** Open issues of ours whose item is not planned. Other things of ours, such as the onboarding issue, carry no label of a kind. */
function planLeft(items: readonly PlannedIssue[], existing: ReadonlyMap<string, SeededIssue>, how: { words: SeedWords; close: boolean }): SeedingPlan {
  const { words, close } = how;
  const planned = new Set(items.map((item) => item.id));
  const labels = new Set<string>(itemKinds.map(kindLabel));
  const left = [...existing.values()].filter(({ id, issue }) => !planned.has(id) && issue.state === 'open' && issue.labels.some((label) => labels.has(label)));
  const say = close ? words.leftClosed : words.leftPlaybook;
  return {
    writes: close ? left.map(({ id, issue }): Write => ({ do: 'update-issue', key: id, number: issue.number, state: 'closed' })) : [],
    notices: left.map(({ id, issue }) => ({ code: 'left-playbook', key: id, text: say(`#${issue.number}`) })),
  };
}

function withoutLinks(words: SeedWords): SeedingPlan {
  return { writes: [], notices: [{ code: 'no-sub-issues', key: 'sub-issues', text: words.noSubIssues }] };
}

function strangers(found: Seeded, adopted: ReadonlyMap<string, SeededIssue>, words: SeedWords): SeedNotice[] {
  const twice = found.duplicates.map(({ id, issue }): SeedNotice => {
    return { code: 'duplicate', key: id, text: words.duplicate(`#${issue.number}`, `#${found.byId.get(id)?.issue.number ?? '?'}`) };
  });
  const foreign = found.foreign
    .filter((seeded) => adopted.get(seeded.id) !== seeded)
    .map(({ id, issue }): SeedNotice => {
      return { code: 'foreign', key: id, text: words.foreign(`#${issue.number}`, issue.author.login) };
    });
  return [...twice, ...foreign];
}
