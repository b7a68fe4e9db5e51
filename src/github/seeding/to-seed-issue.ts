import type { RestEndpointMethodTypes } from '@octokit/rest';
import type { SeedIssue } from '../../core/backlog/seed-snapshot.ts';
import type { Person } from '../../core/people/decision.ts';
import type { RepositoryName } from '../client.ts';

export type IssuePayload = RestEndpointMethodTypes['issues']['listForRepo']['response']['data'][number];

/** GitHub's issue in our words. Whether it has a parent is unknown (null) where the payload does not say. */
export function toSeedIssue(payload: IssuePayload, repository: RepositoryName): SeedIssue {
  const parentUrl = payload.parent_issue_url;
  return {
    id: payload.id,
    number: payload.number,
    title: payload.title,
    body: payload.body ?? '',
    state: payload.state === 'closed' ? 'closed' : 'open',
    author: toPerson(payload.user),
    milestone: payload.milestone?.number ?? null,
    labels: payload.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
    parent: typeof parentUrl === 'string' ? parentNumber(parentUrl, repository) : null,
    hasParent: parentUrl === undefined ? null : parentUrl !== null,
    url: payload.html_url,
  };
}

/** A payload's user. A deleted account comes as null: nobody, whom nobody accepts. */
export function toPerson(user: { id: number; login: string; type?: string } | null | undefined): Person {
  const type = user?.type;
  const known = type === 'Bot' || type === 'Mannequin' || type === 'Organization' ? type : 'User';
  return { id: user?.id ?? 0, login: user?.login ?? 'ghost', type: known };
}

/** The number of a parent in this repository; null for one elsewhere. */
function parentNumber(url: string, { owner, repo }: RepositoryName): number | null {
  const match = /\/repos\/([^/]+)\/([^/]+)\/issues\/(\d+)$/.exec(url);
  const here = match?.[1]?.toLowerCase() === owner.toLowerCase() && match[2]?.toLowerCase() === repo.toLowerCase();
  return here ? Number(match?.[3]) : null;
}
