import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../records/account.ts';
import { invalid, notFound } from '../records/api-error.ts';
import type { Milestone } from '../records/issue.ts';
import type { Repository } from '../records/repository.ts';
import type { Json, World } from '../records/world.ts';
import { renderMilestone } from '../render/issue.ts';
import { announce } from '../webhooks/announce.ts';

export interface MilestoneInput {
  readonly title?: string;
  readonly description?: string | null;
  readonly due_on?: string | null;
  readonly state?: 'open' | 'closed';
}

/** GitHub keeps a due date as midnight in California of the day that the given time has there. */
export function storeDueOn(dueOn: string): string {
  return Temporal.Instant.from(dueOn).toZonedDateTimeISO('America/Los_Angeles').startOfDay().toInstant().toString();
}

export function milestoneByNumber(repository: Repository, number: number): Milestone {
  const milestone = repository.milestones.get(number);
  if (milestone === undefined) throw notFound();
  return milestone;
}

function refuseDuplicate(repository: Repository, title: string): void {
  const taken = [...repository.milestones.values()].some((milestone) => milestone.title === title);
  if (taken) throw invalid({ resource: 'Milestone', code: 'already_exists', field: 'title' });
}

export function createMilestone(world: World, actor: Actor, input: { repository: Repository; fields: MilestoneInput & { readonly title: string } }): Milestone {
  const { repository, fields } = input;
  refuseDuplicate(repository, fields.title);
  repository.counters.milestone += 1;
  const now = world.now();
  const milestone: Milestone = {
    id: world.nextId('milestone'),
    number: repository.counters.milestone,
    title: fields.title,
    description: fields.description ?? null,
    state: fields.state ?? 'open',
    dueOn: fields.due_on === undefined || fields.due_on === null ? null : storeDueOn(fields.due_on),
    creatorId: actor.user.id,
    createdAt: now,
    updatedAt: now,
    closedAt: fields.state === 'closed' ? now : null,
  };
  repository.milestones.set(milestone.number, milestone);
  announceMilestone(world, actor, { repository, milestone, action: 'created' });
  return milestone;
}

export function updateMilestone(world: World, actor: Actor, input: { repository: Repository; milestone: Milestone; fields: MilestoneInput }): Milestone {
  const { repository, milestone, fields } = input;
  const changes: Json = {};
  if (fields.title !== undefined && fields.title !== milestone.title) {
    refuseDuplicate(repository, fields.title);
    changes['title'] = { from: milestone.title };
    milestone.title = fields.title;
  }
  if (fields.description !== undefined && fields.description !== milestone.description) {
    changes['description'] = { from: milestone.description ?? '' };
    milestone.description = fields.description;
  }
  const dueOn = fields.due_on === undefined || fields.due_on === null ? (fields.due_on ?? milestone.dueOn) : storeDueOn(fields.due_on);
  if (fields.due_on !== undefined && dueOn !== milestone.dueOn) {
    changes['due_on'] = { from: milestone.dueOn };
    milestone.dueOn = dueOn;
  }
  milestone.updatedAt = world.now();
  if (Object.keys(changes).length > 0) announceMilestone(world, actor, { repository, milestone, action: 'edited', extra: { changes } });
  if (fields.state !== undefined && fields.state !== milestone.state) {
    milestone.state = fields.state;
    milestone.closedAt = fields.state === 'closed' ? world.now() : null;
    announceMilestone(world, actor, { repository, milestone, action: fields.state === 'closed' ? 'closed' : 'opened' });
  }
  return milestone;
}

export function deleteMilestone(world: World, actor: Actor, input: { repository: Repository; milestone: Milestone }): void {
  const { repository, milestone } = input;
  for (const issue of repository.issues.values()) if (issue.milestone === milestone.number) issue.milestone = null;
  repository.milestones.delete(milestone.number);
  announceMilestone(world, actor, { repository, milestone, action: 'deleted' });
}

function announceMilestone(world: World, actor: Actor, input: { repository: Repository; milestone: Milestone; action: string; extra?: Json }): void {
  const { repository, milestone, action, extra = {} } = input;
  announce(world, actor, { repository, event: 'milestone', action, body: { milestone: renderMilestone(world, repository, milestone), ...extra } });
}
