import { canonicalJson } from '../markers/digest.ts';
import type { BacklogPlan, PlannedIssue } from './plan-backlog.ts';

/** Some names and how many there are in all: a change of language touches every issue. */
export interface NamedCount {
  readonly count: number;
  /** The first few, by title. */
  readonly titles: readonly string[];
}

/** How the backlog that one policy plans differs from another's. What is no longer planned stays on GitHub until somebody closes it. */
export interface PlanDifference {
  readonly issues: { readonly created: NamedCount; readonly changed: NamedCount; readonly retired: NamedCount };
  readonly milestones: { readonly created: NamedCount; readonly changed: NamedCount; readonly retired: NamedCount };
}

const mostTitles = 5;

/** Compares two planned backlogs by the ids of their issues and milestones, never by titles. */
export function comparePlans(before: BacklogPlan, after: BacklogPlan): PlanDifference {
  return {
    issues: difference(
      before.items.map((item) => entryOf(item.id, item)),
      after.items.map((item) => entryOf(item.id, item)),
    ),
    milestones: difference(
      before.milestones.map((milestone) => entryOf(milestone.key, milestone)),
      after.milestones.map((milestone) => entryOf(milestone.key, milestone)),
    ),
  };
}

/** Whether two plans are the same on GitHub. */
export function isSamePlan({ issues, milestones }: PlanDifference): boolean {
  return [issues, milestones].every(({ created, changed, retired }) => created.count + changed.count + retired.count === 0);
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly content: string;
}

function entryOf(id: string, value: PlannedIssue | BacklogPlan['milestones'][number]): Entry {
  return { id, title: value.title, content: canonicalJson(value) };
}

function difference(before: readonly Entry[], after: readonly Entry[]): PlanDifference['issues'] {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const kept = new Set(after.map(({ id }) => id));
  return {
    created: named(after.filter(({ id }) => !old.has(id))),
    changed: named(after.filter(({ id, content }) => (old.get(id)?.content ?? content) !== content)),
    retired: named(before.filter(({ id }) => !kept.has(id))),
  };
}

function named(entries: readonly Entry[]): NamedCount {
  return { count: entries.length, titles: entries.slice(0, mostTitles).map(({ title }) => title) };
}
