import { milestoneDueOn } from '../../core/calendar/milestone-due-on.ts';
import type { Write } from '../../core/plan/write.ts';
import { createOnce, type GitHub, type RepositoryName } from '../client.ts';
import { toSeedIssue } from './to-seed-issue.ts';
import { resolveRef, type WrittenRefs } from './written-refs.ts';

type WriteOf<K extends Write['do']> = Extract<Write, { readonly do: K }>;

/** Where writes go, and what the earlier ones have become there. */
export interface SeedingTarget {
  readonly github: GitHub;
  readonly repository: RepositoryName;
  readonly refs: WrittenRefs;
}

/** Makes one write of a seeding plan, once, and remembers the number that GitHub gave. Other kinds of writes are a bug. */
export async function carryOut(target: SeedingTarget, write: Write): Promise<void> {
  const { repository, refs } = target;
  const { issues } = target.github.rest;
  switch (write.do) {
    case 'create-label':
      await issues.createLabel({ ...repository, name: write.name, color: write.color, description: write.description, ...createOnce });
      return;
    case 'create-milestone': {
      const due_on = milestoneDueOn(write.dueOn);
      const { data } = await issues.createMilestone({ ...repository, title: write.title, description: write.description, due_on, ...createOnce });
      refs.milestones.set(write.key, data.number);
      return;
    }
    case 'update-milestone':
      return updateMilestone(target, write);
    case 'create-issue':
      return createIssue(target, write);
    case 'update-issue':
      return updateIssue(target, write);
    case 'add-sub-issue':
      return addSubIssue(target, write);
    default:
      throw new RangeError(`"${write.do}" is no write of a seeding plan`);
  }
}

async function createIssue({ github, repository, refs }: SeedingTarget, write: WriteOf<'create-issue'>): Promise<void> {
  const milestone = write.milestone === null ? {} : { milestone: resolveRef(write.milestone, refs.milestones) };
  const { data } = await github.rest.issues.create({
    ...repository,
    title: write.title,
    body: write.body,
    labels: [...write.labels],
    ...milestone,
    ...createOnce,
  });
  refs.issues.set(write.key, data.number);
  refs.ids.set(data.number, data.id);
  refs.created.push(toSeedIssue(data, repository));
  // GitHub drops both without a word where the token has no push access; the plan would never converge.
  if (write.milestone !== null && (data.milestone === null || data.labels.length < write.labels.length)) {
    throw new DroppedFields(
      `GitHub created #${data.number} without its milestone or labels: the token needs write access to issues of ${repository.owner}/${repository.repo}.`,
    );
  }
}

/** GitHub accepted an issue, but left out what the token may not set. */
export class DroppedFields extends Error {
  override readonly name = 'DroppedFields';
}

async function updateMilestone({ github, repository }: SeedingTarget, write: WriteOf<'update-milestone'>): Promise<void> {
  await github.rest.issues.updateMilestone({
    ...repository,
    milestone_number: write.number,
    ...(write.description === undefined ? {} : { description: write.description }),
    ...(write.dueOn === undefined ? {} : { due_on: milestoneDueOn(write.dueOn) }),
    ...(write.state === undefined ? {} : { state: write.state }),
    ...createOnce,
  });
}

async function updateIssue({ github, repository, refs }: SeedingTarget, write: WriteOf<'update-issue'>): Promise<void> {
  const at = { ...repository, issue_number: write.number, ...createOnce };
  if (write.addLabels !== undefined) await github.rest.issues.addLabels({ ...at, labels: [...write.addLabels] });
  const change = {
    ...(write.body === undefined ? {} : { body: write.body }),
    ...(write.milestone === undefined ? {} : { milestone: resolveRef(write.milestone, refs.milestones) }),
    ...(write.state === undefined ? {} : { state: write.state, ...(write.state === 'closed' ? { state_reason: 'not_planned' as const } : {}) }),
  };
  if (Object.keys(change).length > 0) await github.rest.issues.update({ ...at, ...change });
}

async function addSubIssue({ github, repository, refs }: SeedingTarget, write: WriteOf<'add-sub-issue'>): Promise<void> {
  const child = resolveRef(write.child, refs.issues);
  const id = refs.ids.get(child) ?? (await github.rest.issues.get({ ...repository, issue_number: child })).data.id;
  await github.rest.issues.addSubIssue({ ...repository, issue_number: resolveRef(write.parent, refs.issues), sub_issue_id: id, ...createOnce });
}
