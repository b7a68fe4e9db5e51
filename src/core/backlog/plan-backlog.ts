import { scheduleLength } from '../calendar/sprint-calendar.ts';
import type { ItemKind } from '../playbook/playbook-schema.ts';
import type { Locale } from '../playbook/text-schema.ts';
import type { Policy } from '../policy/policy.ts';
import { type BacklogItem, backlogItems } from './backlog-items.ts';
import { checkpointLabel } from '../people/checkpoint-label.ts';
import { kindLabel, seedLabel } from './backlog-labels.ts';
import { backlogMilestones } from './backlog-milestones.ts';
import { backlogWarnings } from './backlog-warnings.ts';
import { renderIssue } from './render-issue.ts';

export interface PlannedIssue {
  readonly id: string;
  readonly title: string;
  /** Markdown without markers. */
  readonly body: string;
  readonly labels: readonly string[];
  /** Key of a milestone of the plan. */
  readonly milestone: string;
  /** Id of the issue that it is a sub-issue of; absent for the topmost. */
  readonly parent?: string;
  readonly kind: ItemKind;
}

/** The shape of `sprintgate plan --json`: a contract. */
export interface BacklogPlan {
  /** `construir@1` */
  readonly playbook: string;
  readonly locale: Locale;
  /** Length of all sprints; the pilot is not counted. */
  readonly weeks: number;
  readonly warnings: readonly string[];
  readonly milestones: readonly { readonly key: string; readonly title: string; readonly dueOn: string }[];
  readonly items: readonly PlannedIssue[];
}

/** What seeding would have on GitHub, from the policy alone: pure, offline, and the same each time. Parents stand before children. */
export function planBacklog(policy: Policy): BacklogPlan {
  const items = backlogItems(policy);
  return {
    playbook: `${policy.playbook.id}@${policy.playbook.version}`,
    locale: policy.locale,
    weeks: scheduleLength(policy).weeks,
    warnings: backlogWarnings(policy, items),
    milestones: backlogMilestones(policy).map(({ key, title, dueOn }) => ({ key, title, dueOn })),
    items: items.map((item) => ({
      id: item.id,
      title: item.title,
      body: renderIssue(policy, item, items),
      labels: itemLabels(policy, item),
      milestone: item.milestone,
      ...(item.parent === null ? {} : { parent: item.parent }),
      kind: item.kind,
    })),
  };
}

/** A checkpoint's issue also carries the label under which a review signs: who reads it finds it there. */
function itemLabels({ playbook }: Policy, { kind, item }: BacklogItem): string[] {
  const checkpoint = kind === 'checkpoint' ? playbook.blocks.find(({ id }) => id === item.block)?.checkpoint : undefined;
  return [seedLabel, kindLabel(kind), ...(checkpoint === undefined ? [] : [checkpointLabel(checkpoint)])];
}
