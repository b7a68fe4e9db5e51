import type { Policy } from '../../../../src/core/policy/policy.ts';
import type { IssueFacts, PullFacts } from '../../../../src/core/snapshot/facts.ts';
import type { PullSnapshot } from '../../../../src/core/snapshot/pull-snapshot.ts';
import { inForce, issue, milestone, person, policyOf, repository } from '../../people/people-fixtures.ts';

const policy = policyOf();
/** Sprint 0 ends on 2027-01-24, Sprint 1 on 02-07, Sprint 2 on 02-21, Sprint 3 on 03-07. */
export const inSprint = { 0: '2027-01-20T18:00:00Z', 1: '2027-01-27T18:00:00Z', 3: '2027-03-01T18:00:00Z' };
const keys = ['s00', 's01', 's02', 's03', 's05', 'pilot-alpha'];
export const milestones = keys.map((key, index) => milestone(index + 1, key));
export const at = (key: string): number => 1 + keys.indexOf(key);

export function pullOf(more: { milestone?: string; closes?: readonly IssueFacts[] } = {}): PullFacts {
  return {
    number: 30,
    title: 'Work',
    url: '',
    state: 'open',
    merged: false,
    author: person('dev'),
    head: { sha: 'b'.repeat(40), ref: 'work', repositoryId: repository.id },
    base: { sha: 'a'.repeat(40), ref: 'main' },
    labels: [],
    milestone: more.milestone === undefined ? null : (milestones[at(more.milestone) - 1] ?? null),
    closes: more.closes ?? [],
    files: [],
  };
}

/** Sprint 1, with the architecture review's issue. */
export function snapshotOf(more: Partial<PullSnapshot> & { policy?: never; under?: Policy } = {}): PullSnapshot {
  const { under = policy, ...rest } = more;
  return {
    now: inSprint[1],
    repository,
    policy: inForce(under),
    headSha: 'b'.repeat(40),
    pulls: [],
    tree: [],
    evidence: { bundles: [], runningWorkflows: [], refused: [] },
    decisions: [],
    seeded: [issue(7, 's00.checkpoint')],
    milestones,
    openIssuesByLabel: {},
    checkRuns: [],
    reportComments: {},
    knownReleases: [],
    unavailable: [],
    appId: 77,
    ...rest,
  };
}
