import type { MergedPull, MergedWork } from '../../core/people/merged-work.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { readContributors } from './read-contributors.ts';
import { refusalOf } from '../refusal-of.ts';

export interface MergedWorkInput {
  readonly repository: RepositoryName & { readonly id: number; readonly defaultBranch: string };
  /** Nothing earlier than this is looked at: the first day of the schedule. */
  readonly since: string;
  /** Only of these are commits and pushes read; of the others the listing is enough. */
  readonly isRelevant: (pull: MergedPull) => boolean;
}

/** More merged pull requests than this in one schedule are not read: a verdict must not cost thousands of requests. */
const mostPulls = 2_000;

/** Reads what was merged into the default branch, with whose work it is. What cannot be read to the end is unavailable, not less. */
export async function readMergedWork(github: GitHub, input: MergedWorkInput): Promise<MergedWork | { readonly unavailable: string }> {
  try {
    const listed = await listMerged(github, input);
    if (listed === null) return { unavailable: `pulls > ${mostPulls}` };
    const pulls: MergedPull[] = [];
    for (const { pull, head } of listed) {
      const people = input.isRelevant(pull) ? await readContributors(github, input.repository, head) : { pushers: [], committers: [], headPushedAt: null };
      if (people === null) return { unavailable: `#${pull.number}: commits > 250` };
      pulls.push({ ...pull, pushers: people.pushers, committers: people.committers });
    }
    return { pulls, directPushes: await readDirectPushes(github, input) };
  } catch (error) {
    return { unavailable: refusalOf(error) === 'forbidden' ? '403: pull_requests: read' : '404' };
  }
}

interface Listed {
  readonly pull: MergedPull;
  readonly head: { readonly number: number; readonly ref: string; readonly sha: string; readonly repositoryId: number | null };
}

async function listMerged(github: GitHub, { repository, since }: MergedWorkInput): Promise<Listed[] | null> {
  const { owner, repo, defaultBranch } = repository;
  const found: Listed[] = [];
  const pages = github.paginate.iterator(github.rest.pulls.list, {
    owner,
    repo,
    state: 'closed',
    base: defaultBranch,
    sort: 'updated',
    direction: 'desc',
    per_page: 100,
  });
  for await (const { data } of pages) {
    for (const pull of data) {
      if (pull.merged_at === null || pull.merged_at < since) continue;
      found.push({
        pull: {
          number: pull.number,
          mergedAt: pull.merged_at,
          author: pull.user?.id ?? 0,
          pushers: [],
          committers: [],
          milestoneDescription: pull.milestone?.description ?? null,
        },
        head: { number: pull.number, ref: pull.head.ref, sha: pull.head.sha, repositoryId: pull.head.repo?.id ?? null },
      });
    }
    if (found.length > mostPulls) return null;
    // A merge updates a pull request: what was last touched before cannot have been merged since.
    if (data.some((pull) => pull.updated_at < since)) break;
  }
  return found;
}

/** Pushes past pull requests. GitHub may not list them (older servers): a protected branch has none. */
async function readDirectPushes(github: GitHub, { repository, since }: MergedWorkInput): Promise<MergedWork['directPushes']> {
  const { owner, repo, defaultBranch } = repository;
  try {
    const activity = await github.paginate('GET /repos/{owner}/{repo}/activity', { owner, repo, ref: `refs/heads/${defaultBranch}`, per_page: 100 });
    return activity.flatMap(({ activity_type, timestamp, actor }) => {
      const direct = activity_type === 'push' || activity_type === 'force_push';
      return direct && actor && timestamp >= since ? [{ userId: actor.id, at: timestamp }] : [];
    });
  } catch (error) {
    refusalOf(error);
    return [];
  }
}
