import { readMarked } from '../../core/markers/marker.ts';
import { milestonePlace } from '../../core/people/milestone-place.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { CommentFacts, IssueFacts, MilestoneFacts } from '../../core/snapshot/facts.ts';
import { askedComments } from '../../core/sprint-life/asked-comments.ts';
import { milestoneOfSprint } from '../../core/sprint-life/sprint-places.ts';
import type { SprintMilestone, SprintSnapshot } from '../../core/sprint-life/sprint-snapshot.ts';
import { sprintTurn } from '../../core/sprint-life/sprint-turn.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { orNullIfGone } from '../or-null-if-gone.ts';
import { toComment, toIssue, toMilestone } from './to-facts.ts';

/** What the shell knows besides GitHub. */
export type KnownOfSprints = Pick<SprintSnapshot, 'now' | 'policy' | 'decisions' | 'days'> & {
  /** The issues of ours, and all milestones. */
  readonly readOwn: () => Promise<{ readonly issues: readonly IssueFacts[]; readonly milestones: readonly MilestoneFacts[] }>;
  readonly appId: number;
};

/** Reads what the life of the sprints rests on. Null where none of the plan's milestones is there: that asks nothing further. */
export async function readSprintSnapshot(github: GitHub, repository: RepositoryName, known: KnownOfSprints): Promise<SprintSnapshot | null> {
  const { readOwn, appId, ...told } = known;
  const { policy, now } = told;
  const own = await readOwn();
  if (!own.milestones.some(({ description }) => milestonePlace(policy, description) !== null)) return null;
  const milestones = await readMilestones(github, repository, { policy, milestones: own.milestones, now });
  const inSprints = await readInMilestones(github, repository, { policy, milestones, now });
  const issues = [...new Map([...own.issues, ...inSprints].map((issue) => [issue.number, issue])).values()];
  const bare: SprintSnapshot = { ...told, milestones, issues, backlog: await readBacklogPage(github, repository, own.issues), comments: new Map() };
  return { ...bare, comments: await readComments(github, repository, { ...askedComments(bare), appId }) };
}

/** When a milestone was made matters once a sprint has ended, and is asked for then. */
async function readMilestones(
  github: GitHub,
  repository: RepositoryName,
  { policy, milestones, now }: { readonly policy: Policy; readonly milestones: readonly MilestoneFacts[]; readonly now: string },
): Promise<SprintMilestone[]> {
  if (sprintTurn(policy, now).ended === null) return milestones.map((milestone) => ({ ...milestone, createdAt: now }));
  const listed = await github.paginate(github.rest.issues.listMilestones, { ...repository, state: 'all', per_page: 100 });
  return listed.map((milestone) => ({ ...toMilestone(milestone), createdAt: milestone.created_at }));
}

interface Milestones {
  readonly policy: Policy;
  readonly milestones: readonly SprintMilestone[];
  readonly now: string;
}

/** People's own issues stand in the sprints beside ours: all of this sprint and the last one, and what is open in those before. */
async function readInMilestones(github: GitHub, repository: RepositoryName, { policy, milestones, now }: Milestones): Promise<IssueFacts[]> {
  const { current, ended } = sprintTurn(policy, now);
  const whole = [current, ended].flatMap((dates) => (dates ? (milestoneOfSprint({ policy, milestones }, dates.sprint) ?? []) : []));
  const past = milestones.filter(({ number, state, description }) => {
    const place = milestonePlace(policy, description);
    return place?.kind === 'sprint' && place.sprint < (ended?.sprint ?? 0) && state === 'open' && !whole.some((one) => one.number === number);
  });
  const found: IssueFacts[] = [];
  for (const { milestone, state } of [
    ...whole.map((one) => ({ milestone: one, state: 'all' as const })),
    ...past.map((one) => ({ milestone: one, state: 'open' as const })),
  ]) {
    const listed = await github.paginate(github.rest.issues.listForRepo, { ...repository, milestone: String(milestone.number), state, per_page: 100 });
    found.push(...listed.filter(({ pull_request }) => !pull_request).map(toIssue));
  }
  return found;
}

/**
 * The newest open issues of people that stand in no milestone. One page: a product backlog is long. One of ours that was made
 * since our own were read, as the register, is known by its marker and by who writes ours.
 */
async function readBacklogPage(github: GitHub, repository: RepositoryName, own: readonly IssueFacts[]): Promise<IssueFacts[]> {
  const { data } = await github.rest.issues.listForRepo({ ...repository, milestone: 'none', state: 'open', per_page: 100 });
  const known = new Set(own.map(({ number }) => number));
  const authors = new Set(own.map(({ author }) => author.id));
  const isOurs = ({ number, body, author }: IssueFacts): boolean => known.has(number) || (authors.has(author.id) && readMarked(body) !== null);
  return data
    .filter(({ pull_request }) => !pull_request)
    .map(toIssue)
    .filter((issue) => !isOurs(issue));
}

interface Asked {
  readonly issues: readonly number[];
  readonly since: string;
  readonly appId: number;
}

async function readComments(github: GitHub, repository: RepositoryName, { issues, since, appId }: Asked): Promise<SprintSnapshot['comments']> {
  const read = new Map<number, readonly CommentFacts[]>();
  for (const issue of issues) {
    const listed = await orNullIfGone(() => github.paginate(github.rest.issues.listComments, { ...repository, issue_number: issue, since, per_page: 100 }));
    if (listed)
      read.set(
        issue,
        listed.map(toComment).filter((comment) => comment.appId === appId),
      );
  }
  return read;
}
