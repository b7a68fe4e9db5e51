import type { RestEndpointMethodTypes } from '@octokit/rest';
import { adoptedLabel, backlogLabels } from '../../core/backlog/backlog-labels.ts';
import { backlogItems } from '../../core/backlog/backlog-items.ts';
import { findSeeded } from '../../core/backlog/find-seeded.ts';
import type { SeedAuthor, SeedLabel, SeedMilestone, SeedSnapshot } from '../../core/backlog/seed-snapshot.ts';
import { dayOfDueOn } from '../../core/calendar/milestone-due-on.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { readParents } from './read-parents.ts';
import { perPage, readPages } from './read-pages.ts';
import { readSeedLook, type SeedLook } from './read-seed-look.ts';
import { readSeededIssues } from './read-seeded-issues.ts';
import { toPerson } from '../snapshot/to-facts.ts';

export interface SeedReading {
  readonly repository: RepositoryName;
  readonly policy: Policy;
  /** Who writes: the app's bot account (`sprintgate[bot]`), or the user of the CLI. Its id where it is known. */
  readonly self: SeedAuthor;
  /** Read everybody's issues, to find marked ones of other authors (`seed --adopt`). */
  readonly adopt?: boolean;
  /** What was looked at a moment ago; asked for when left out. */
  readonly look?: SeedLook;
}

/**
 * Reads what seeding needs. A second run over a seeded repository takes a look at milestones and all else, and a page of
 * issues for every hundred that the accepted authors wrote. Labels that these issues carry need no read of their own.
 */
export async function readSeedSnapshot(github: GitHub, reading: SeedReading): Promise<SeedSnapshot> {
  const { repository, policy, self } = reading;
  const items = backlogItems(policy);
  const accepted = [self, ...policy.seed.owners.map((login) => ({ login, id: null }))];
  const creators = [...new Set(accepted.map(({ login }) => login))].map((creator) => ({ creator }));
  const look = reading.look ?? (await readSeedLook(github, repository));
  const milestones = look.milestones?.value ?? (await readMilestones(github, repository));
  const own = await readSeededIssues(github, repository, reading.adopt === true ? [{}] : creators);
  const wanted = backlogLabels(policy, new Set(items.map((item) => item.kind))).map((label) => label.name);
  const labels = look.labels ? { all: look.labels.value, complete: true } : await readLabels(github, repository, { wanted, seen: own.labels });
  // With labels left unread we cannot know that nothing was adopted.
  const mayBeAdopted = reading.adopt !== true && (look.adopted?.value ?? (!labels.complete || labels.all.some((label) => label.name === adoptedLabel)));
  const adopted = mayBeAdopted ? (await readSeededIssues(github, repository, [{ labels: adoptedLabel }])).issues : [];
  const issues = [...new Map([...own.issues, ...adopted].map((issue) => [issue.number, issue])).values()];
  const seeded = findSeeded(policy.unit, issues, accepted).byId;
  const parents = [...new Set(items.map((item) => item.parent))].flatMap((id) => seeded.get(id ?? '')?.issue.number ?? []);
  const linked = await readParents(github, repository, { issues, parents });
  return { labels: labels.all, milestones, accepted, ...linked };
}

type LabelPayload = RestEndpointMethodTypes['issues']['listLabelsForRepo']['response']['data'][number];

interface LabelSearch {
  readonly wanted: readonly string[];
  readonly seen: readonly SeedLabel[];
}

/** Labels until all that are wanted have been seen; `complete` when all of the repository's were read. */
async function readLabels(github: GitHub, repository: RepositoryName, search: LabelSearch): Promise<{ all: readonly SeedLabel[]; complete: boolean }> {
  const enough = (labels: readonly (SeedLabel | LabelPayload)[]): boolean => {
    const names = new Set(labels.map((label) => label.name.toLowerCase()));
    return search.wanted.every((name) => names.has(name.toLowerCase()));
  };
  if (enough(search.seen)) return { all: search.seen, complete: false };
  const read = (page: number) => github.rest.issues.listLabelsForRepo({ ...repository, per_page: perPage, page });
  const { all, complete } = await readPages(read, (labels) => enough([...labels, ...search.seen]));
  const listed = all.map(({ name, color, description }) => ({ name, color, description: description ?? '' }));
  return { all: [...new Map([...search.seen, ...listed].map((label) => [label.name, label])).values()], complete };
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
