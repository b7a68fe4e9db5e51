import type { RestEndpointMethodTypes } from '@octokit/rest';
import { adoptedLabel, backlogLabels } from '../../core/backlog/backlog-labels.ts';
import { backlogItems } from '../../core/backlog/backlog-items.ts';
import { findSeeded } from '../../core/backlog/find-seeded.ts';
import type { SeedAuthor, SeedMilestone, SeedSnapshot } from '../../core/backlog/seed-snapshot.ts';
import { dayOfDueOn } from '../../core/calendar/milestone-due-on.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { readParents } from './read-parents.ts';
import { perPage, readPages } from './read-pages.ts';
import { readSeededIssues } from './read-seeded-issues.ts';
import { toPerson } from './to-seed-issue.ts';

export interface SeedReading {
  readonly repository: RepositoryName;
  readonly policy: Policy;
  /** Who writes: the app's bot account (`sprintgate[bot]`), or the user of the CLI. Its id where it is known. */
  readonly self: SeedAuthor;
  /** Read everybody's issues, to find marked ones of other authors (`seed --adopt`). */
  readonly adopt?: boolean;
}

/**
 * Reads what seeding needs. A second run over a seeded repository takes at most six reads: labels, milestones, the adopted
 * issues where the label exists, and a page of issues for every hundred that the accepted authors wrote.
 */
export async function readSeedSnapshot(github: GitHub, reading: SeedReading): Promise<SeedSnapshot> {
  const { repository, policy, self } = reading;
  const items = backlogItems(policy);
  const wanted = backlogLabels(policy, new Set(items.map((item) => item.kind))).map((label) => label.name);
  const labels = await readLabels(github, repository, wanted);
  const milestones = await readMilestones(github, repository);
  const accepted = [self, ...policy.seed.owners.map((login) => ({ login, id: null }))];
  const creators = reading.adopt === true ? 'everybody' : [...new Set(accepted.map(({ login }) => login))];
  // With pages of labels left unread we cannot know that nothing was adopted.
  const adopted = !labels.complete || labels.all.some((label) => label.name === adoptedLabel);
  const issues = await readSeededIssues(github, repository, { creators, adopted });
  const seeded = findSeeded(policy.unit, issues, accepted).byId;
  const parents = [...new Set(items.map((item) => item.parent))].flatMap((id) => seeded.get(id ?? '')?.issue.number ?? []);
  const linked = await readParents(github, repository, issues, parents);
  return { labels: labels.all, milestones, accepted, ...linked };
}

type LabelPayload = RestEndpointMethodTypes['issues']['listLabelsForRepo']['response']['data'][number];

async function readLabels(github: GitHub, repository: RepositoryName, wanted: readonly string[]): Promise<{ all: SeedSnapshot['labels']; complete: boolean }> {
  const enough = (labels: readonly LabelPayload[]): boolean => {
    const names = new Set(labels.map((label) => label.name.toLowerCase()));
    return wanted.every((name) => names.has(name.toLowerCase()));
  };
  const read = (page: number) => github.rest.issues.listLabelsForRepo({ ...repository, per_page: perPage, page });
  const { all, complete } = await readPages(read, enough);
  return { all: all.map(({ name, color, description }) => ({ name, color, description: description ?? '' })), complete };
}

async function readMilestones(github: GitHub, repository: RepositoryName): Promise<SeedMilestone[]> {
  const { all } = await readPages((page) =>
    github.rest.issues.listMilestones({ ...repository, state: 'all', sort: 'due_on', direction: 'asc', per_page: perPage, page }),
  );
  return all.map((milestone) => ({
    number: milestone.number,
    title: milestone.title,
    description: milestone.description ?? '',
    state: milestone.state === 'closed' ? 'closed' : 'open',
    dueOn: milestone.due_on === null ? null : dayOfDueOn(milestone.due_on),
    author: milestone.creator === null ? null : toPerson(milestone.creator),
  }));
}
