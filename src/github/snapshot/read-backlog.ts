import type { IssueFacts, MilestoneFacts } from '../../core/snapshot/facts.ts';
import type { PullSnapshot } from '../../core/snapshot/pull-snapshot.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { refusalOf } from '../refusal-of.ts';
import { countOpenIssues, type IssueCounts } from './count-open-issues.ts';
import { readOwnIssues } from './read-own-issues.ts';

export interface Backlog {
  readonly issues: readonly IssueFacts[];
  readonly milestones: readonly MilestoneFacts[];
  readonly counts: IssueCounts;
  readonly unavailable: PullSnapshot['unavailable'];
}

const unread: Backlog = {
  issues: [],
  milestones: [],
  counts: { openIssuesByLabel: {}, absentLabels: [] },
  unavailable: [{ what: 'issues', why: 'permission `issues: read` is missing' }],
};

/** Our issues, the milestones, and the counts of open issues by label. Where they may not be read nothing of them is known, and that is said. */
export async function readBacklog(
  github: GitHub,
  repository: RepositoryName,
  asked: { authors: readonly string[]; labels: readonly string[] },
): Promise<Backlog> {
  try {
    const { issues, milestones } = await readOwnIssues(github, repository, asked.authors);
    return { issues, milestones, counts: await countOpenIssues(github, repository, asked.labels), unavailable: [] };
  } catch (error) {
    if (refusalOf(error) !== 'forbidden') throw error;
    return unread;
  }
}
