import type { Milestone } from '../records/issue.ts';
import { renderMilestone } from '../render/issue.ts';
import { createMilestone, deleteMilestone, milestoneByNumber, updateMilestone } from '../state/milestones.ts';
import type { MilestoneInput } from '../state/milestones.ts';
import { created, noContent, ok } from '../http/call.ts';
import type { Answer, RepositoryCall, RepositoryHandler } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';

function milestoneOf(call: RepositoryCall): Milestone {
  return milestoneByNumber(call.repository, Number(call.params['milestone_number']));
}

function completeness(call: RepositoryCall, milestone: Milestone): number {
  const inside = [...call.repository.issues.values()].filter((issue) => issue.milestone === milestone.number);
  return inside.length === 0 ? 0 : inside.filter((issue) => issue.state === 'closed').length / inside.length;
}

function list(call: RepositoryCall): Answer {
  const { state = 'open', sort = 'due_on', direction = 'asc' } = call.query;
  const found = [...call.repository.milestones.values()].filter((milestone) => state === 'all' || milestone.state === state);
  // Milestones without a date come last.
  const key = (milestone: Milestone) =>
    sort === 'completeness' ? completeness(call, milestone) : milestone.dueOn === null ? Number.MAX_SAFE_INTEGER : Date.parse(milestone.dueOn);
  const sorted = found.toSorted((left, right) => key(left) - key(right) || left.number - right.number);
  return paginate(call, direction === 'asc' ? sorted : sorted.toReversed(), (milestone) => renderMilestone(call.world, call.repository, milestone));
}

export const milestoneHandlers: Readonly<Record<string, RepositoryHandler>> = {
  'issues/list-milestones': list,
  'issues/create-milestone': (call) => {
    const fields = { ...(call.body as MilestoneInput), title: String(call.body['title']) };
    return created(renderMilestone(call.world, call.repository, createMilestone(call.world, call.actor, { repository: call.repository, fields })));
  },
  'issues/get-milestone': (call) => ok(renderMilestone(call.world, call.repository, milestoneOf(call))),
  'issues/update-milestone': (call) =>
    ok(
      renderMilestone(
        call.world,
        call.repository,
        updateMilestone(call.world, call.actor, { repository: call.repository, milestone: milestoneOf(call), fields: call.body as MilestoneInput }),
      ),
    ),
  'issues/delete-milestone': (call) => {
    deleteMilestone(call.world, call.actor, { repository: call.repository, milestone: milestoneOf(call) });
    return noContent;
  },
};
