import { milestonePlace } from '../people/milestone-place.ts';
import { backlogItems } from '../backlog/backlog-items.ts';
import type { ItemKind } from '../playbook/playbook-schema.ts';
import type { Policy } from '../policy/policy.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import { issuesById } from './issues-by-id.ts';
import type { StandingItem } from './standing.ts';

/** What holds other work, is signed, or stays open as long as it may happen, is nothing that the team works off. */
const notWork: readonly ItemKind[] = ['block', 'checkpoint', 'risk'];

/**
 * The work of the plan that has an issue, in the plan's order. Work that was closed as not planned is none any more. Its
 * sprint is that of the milestone in which people have it now; null outside of all sprints, as in a pilot phase.
 */
export function standingItems(policy: Policy, snapshot: Pick<PullSnapshot, 'now' | 'seeded' | 'milestones'>): StandingItem[] {
  const issues = issuesById(policy, snapshot.seeded);
  const sprints = new Map(
    snapshot.milestones.flatMap(({ number, description }) => {
      const place = milestonePlace(policy, description);
      return place?.kind === 'sprint' ? [[number, place.sprint] as const] : [];
    }),
  );
  return backlogItems(policy).flatMap(({ id, kind }): StandingItem[] => {
    const issue = notWork.includes(kind) ? undefined : issues.get(id);
    if (!issue || issue.stateReason === 'not_planned') return [];
    const sprint = issue.milestone === null ? undefined : sprints.get(issue.milestone);
    return [{ id, issue: issue.number, sprint: sprint ?? null, closedAt: issue.state === 'closed' ? (issue.closedAt ?? snapshot.now) : null }];
  });
}
