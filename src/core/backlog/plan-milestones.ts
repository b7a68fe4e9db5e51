import type { Write } from '../plan/write.ts';
import { digestOf, type MarkedText, readMarked, replaceMarked, wrapMarked } from '../markers/marker.ts';
import type { PlannedMilestone } from './backlog-milestones.ts';
import type { SeedMilestone } from './seed-snapshot.ts';
import type { SeedNotice } from './seed-notice.ts';
import type { SeedWords } from './seed-words.ts';

interface Found {
  readonly milestone: SeedMilestone;
  /** Our part with this very key; null for one of equal name that is to be adopted. */
  readonly marked: MarkedText | null;
}

export interface MilestoneInput {
  readonly unit: string;
  readonly planned: readonly PlannedMilestone[];
  readonly existing: readonly SeedMilestone[];
  readonly words: SeedWords;
}

export interface MilestonePlan {
  readonly writes: readonly Write[];
  readonly notices: readonly SeedNotice[];
  /** Numbers of the milestones that are there, by key. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** A milestone's description holds the dates that we planned: by them a date that a person changed is told from ours. */
const plannedDates = /\d{4}-\d{2}-\d{2} → (\d{4}-\d{2}-\d{2})/;

/**
 * Brings the milestones to the plan. One is found by the marker in its description, whoever wrote it (only people with write
 * access can), else by its title. A due date is changed by us only while it is the one that we planned last and nobody edited our text.
 */
export function planMilestones({ unit, planned, existing, words }: MilestoneInput): MilestonePlan {
  const writes: Write[] = [];
  const notices: SeedNotice[] = [];
  const numbers = new Map<string, number>();
  const ordered = existing.toSorted((a, b) => a.number - b.number).map((milestone) => ({ milestone, marked: readMarked(milestone.description) }));
  const keys = new Set(planned.map(({ key }) => key));
  const isTaken = ({ marked }: Found): boolean => marked !== null && marked.marker.unit === unit && keys.has(marked.marker.id);
  for (const plan of planned) {
    const found =
      ordered.find((one) => isTaken(one) && one.marked?.marker.id === plan.key) ??
      findByTitle(
        plan,
        ordered.filter((one) => !isTaken(one)),
      );
    if (found === null) {
      writes.push({ do: 'create-milestone', key: plan.key, title: plan.title, description: wrapMarked(unit, plan.key, plan.text), dueOn: plan.dueOn });
      continue;
    }
    numbers.set(plan.key, found.milestone.number);
    const step =
      found.marked === null ? adopt(plan, found.milestone, { unit, words }) : update(plan, { milestone: found.milestone, marked: found.marked }, words);
    writes.push(...step.writes);
    notices.push(...step.notices);
  }
  return { writes, notices, numbers };
}

function findByTitle(plan: PlannedMilestone, free: readonly Found[]): Found | null {
  // GitHub refuses a second milestone of the same title; that it also folds case is not known, so both are looked for.
  const same =
    free.find(({ milestone }) => milestone.title === plan.title) ??
    free.find(({ milestone }) => milestone.title.trim().toLowerCase() === plan.title.toLowerCase());
  return same === undefined ? null : { milestone: same.milestone, marked: null };
}

function adopt(plan: PlannedMilestone, milestone: SeedMilestone, how: { unit: string; words: SeedWords }): Omit<MilestonePlan, 'numbers'> {
  const { unit, words } = how;
  // A part of ours under a key that is no longer planned makes room for the new one.
  const stale = readMarked(milestone.description);
  const before = (stale === null ? milestone.description : stale.before + stale.after).trim();
  const description = (before === '' ? '' : `${before}\n\n`) + wrapMarked(unit, plan.key, plan.text);
  const dated = milestone.dueOn === null ? { dueOn: plan.dueOn } : {};
  const notices: SeedNotice[] = [{ code: 'milestone-adopted', key: plan.key, text: words.milestoneAdopted(milestone.title) }];
  if (milestone.dueOn !== null && milestone.dueOn !== plan.dueOn) notices.push(dateKept(plan, milestone, words));
  return { writes: [{ do: 'update-milestone', key: plan.key, number: milestone.number, description, ...dated }], notices };
}

function update(plan: PlannedMilestone, found: { milestone: SeedMilestone; marked: MarkedText }, words: SeedWords): Omit<MilestonePlan, 'numbers'> {
  const { milestone, marked } = found;
  if (marked.edited) {
    const kept: SeedNotice[] = [{ code: 'milestone-edited', key: plan.key, text: words.milestoneEdited(milestone.title) }];
    return { writes: [], notices: milestone.dueOn === plan.dueOn ? kept : [...kept, dateKept(plan, milestone, words)] };
  }
  const lastPlanned = plannedDates.exec(marked.text)?.[1] ?? null;
  const dateIsOurs = milestone.dueOn === lastPlanned;
  const textDiffers = marked.marker.digest !== digestOf(marked.marker, plan.text);
  const dateDiffers = milestone.dueOn !== plan.dueOn;
  const change = { ...(textDiffers ? { description: replaceMarked(marked, plan.text) } : {}), ...(dateDiffers && dateIsOurs ? { dueOn: plan.dueOn } : {}) };
  return {
    writes: Object.keys(change).length === 0 ? [] : [{ do: 'update-milestone', key: plan.key, number: milestone.number, ...change }],
    notices: dateDiffers && !dateIsOurs ? [dateKept(plan, milestone, words)] : [],
  };
}

function dateKept(plan: PlannedMilestone, milestone: SeedMilestone, words: SeedWords): SeedNotice {
  return { code: 'milestone-date', key: plan.key, text: words.milestoneDate(milestone.title, milestone.dueOn ?? words.noDate, plan.dueOn) };
}
