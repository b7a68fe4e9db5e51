import type { RestEndpointMethodTypes } from '@octokit/rest';
import type { SeedIssue } from '../../core/backlog/seed-snapshot.ts';
import type { RepositoryName } from '../client.ts';
import { toIssue } from '../snapshot/to-facts.ts';

export type IssuePayload = RestEndpointMethodTypes['issues']['listForRepo']['response']['data'][number];

/** GitHub's issue as seeding needs it. Whether it has a parent is unknown (null) where the payload does not say. */
export function toSeedIssue(payload: IssuePayload, repository: RepositoryName): SeedIssue {
  const parentUrl = payload.parent_issue_url;
  return {
    ...toIssue(payload),
    parent: typeof parentUrl === 'string' ? parentNumber(parentUrl, repository) : null,
    hasParent: parentUrl === undefined ? null : parentUrl !== null,
  };
}

/** The number of a parent in this repository; null for one elsewhere. */
function parentNumber(url: string, { owner, repo }: RepositoryName): number | null {
  const match = /\/repos\/([^/]+)\/([^/]+)\/issues\/(\d+)$/.exec(url);
  const here = match?.[1]?.toLowerCase() === owner.toLowerCase() && match[2]?.toLowerCase() === repo.toLowerCase();
  return here ? Number(match?.[3]) : null;
}
