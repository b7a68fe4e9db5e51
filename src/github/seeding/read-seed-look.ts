import { adoptedLabel } from '../../core/backlog/backlog-labels.ts';
import type { SeedLabel, SeedMilestone } from '../../core/backlog/seed-snapshot.ts';
import { configPath } from '../../core/policy/config-path.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { askGraphql } from '../look/ask-graphql.ts';
import { configFileFields, toConfigFile } from '../look/config-file.ts';
import type { FileAnswer, Listed, MilestoneAnswer } from '../look/look-answer.ts';
import type { Told } from '../look/look.ts';
import { whole } from '../look/whole.ts';
import type { ConfigText } from '../snapshot/config-text.ts';
import { toAuthor } from '../snapshot/read-closing-issues.ts';
import { toMilestone } from '../snapshot/to-facts.ts';

/** What one request tells of what seeding needs; null where it does not, so that it has to be asked for by itself. */
export interface SeedLook {
  readonly config: Told<ConfigText | null>;
  readonly organisation: Told<ConfigText | null>;
  readonly milestones: Told<readonly SeedMilestone[]>;
  /** All of the repository's. */
  readonly labels: Told<readonly SeedLabel[]>;
  /** Whether there are issues that were taken over. */
  readonly adopted: Told<boolean>;
}

type Branch = { readonly target: { readonly file?: FileAnswer | null } | null } | null;

interface SeedLookAnswer {
  readonly repository: {
    readonly owner: { readonly login: string };
    readonly defaultBranchRef: Branch;
    readonly milestones: Listed<MilestoneAnswer & { readonly creator: Parameters<typeof toAuthor>[0] }> | null;
    readonly labels: Listed<{ readonly name: string; readonly color: string; readonly description: string | null }> | null;
    readonly adopted: { readonly totalCount: number } | null;
  } | null;
  readonly organisation: { readonly defaultBranchRef: Branch } | null;
}

const branch = `defaultBranchRef { target { ... on Commit { ${configFileFields} } } }`;
const query = `query ($owner: String!, $repo: String!, $config: String!, $label: String!) {
  repository(owner: $owner, name: $repo) {
    owner { login }
    ${branch}
    milestones(first: 100) {
      totalCount
      nodes { number title description state dueOn creator { login __typename ... on User { databaseId } ... on Bot { databaseId } } }
    }
    labels(first: 100) { totalCount nodes { name color description } }
    adopted: issues(first: 1, labels: [$label]) { totalCount }
  }
  organisation: repository(owner: $owner, name: ".github") { ${branch} }
}`;

const nothing: SeedLook = { config: null, organisation: null, milestones: null, labels: null, adopted: null };

/** Looks at a repository as far as seeding needs it, with one request. On a server without GraphQL it tells nothing. */
export async function readSeedLook(github: GitHub, name: RepositoryName): Promise<SeedLook> {
  const answer = await askGraphql<SeedLookAnswer>(github, query, { ...name, config: configPath, label: adoptedLabel });
  const repository = answer?.data.repository;
  if (!answer || !repository) return nothing;
  const isWhole = (at: string): boolean => !answer.failed.some((each) => each.at === at || each.at.startsWith(`${at}.`));
  const milestones = isWhole('repository.milestones') ? whole(repository.milestones) : null;
  const labels = isWhole('repository.labels') ? whole(repository.labels) : null;
  // A former name is followed, but not that of its owner's other repository.
  const moved = repository.owner.login.toLowerCase() !== name.owner.toLowerCase();
  const absent = answer.failed.some(({ at, type }) => at === 'organisation' && type === 'NOT_FOUND');
  return {
    config: isWhole('repository.defaultBranchRef') ? toConfig(repository.defaultBranchRef) : null,
    organisation: moved
      ? null
      : absent
        ? { value: null }
        : answer.data.organisation && isWhole('organisation')
          ? toConfig(answer.data.organisation.defaultBranchRef)
          : null,
    milestones: milestones && { value: milestones.map(toSeedMilestone) },
    labels: labels && { value: labels.map((label) => ({ ...label, description: label.description ?? '' })) },
    adopted: isWhole('repository.adopted') && repository.adopted ? { value: repository.adopted.totalCount > 0 } : null,
  };
}

function toSeedMilestone(milestone: MilestoneAnswer & { readonly creator: Parameters<typeof toAuthor>[0] }): SeedMilestone {
  const facts = toMilestone({ ...milestone, state: milestone.state.toLowerCase(), due_on: milestone.dueOn });
  return { ...facts, author: milestone.creator && toAuthor(milestone.creator) };
}

function toConfig(at: Branch): Told<ConfigText | null> {
  return at === null ? { value: null } : toConfigFile(at.target?.file);
}
