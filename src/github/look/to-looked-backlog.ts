import type { IssueFacts } from '../../core/snapshot/facts.ts';
import { toAuthor } from '../snapshot/read-closing-issues.ts';
import { toMilestone } from '../snapshot/to-facts.ts';
import type { BacklogAnswer, CountAnswer, IssueAnswer, MilestoneAnswer } from './look-answer.ts';
import type { LookedBacklog } from './look.ts';
import { whole } from './whole.ts';

/** What a look tells of the issues; null where GitHub left something out. `counted` are the labels that were asked for. */
export function toLookedBacklog(answer: BacklogAnswer, counted: readonly string[]): LookedBacklog | null {
  const milestones = whole(answer.milestones);
  const labels = whole(answer.labels);
  const changed = whole(answer.changed)?.map(toIssueFacts) ?? null;
  const counts = counted.map((key, index) => [key, toCount(key, answer[`count${index}`])] as const);
  if (!milestones || !labels || !answer.last || !answer.newest || !answer.changed) return null;
  return {
    milestones: milestones.map(toMilestoneFacts),
    labels: labels.map(({ id, name }) => ({ id, name })).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    total: answer.last.totalCount,
    last: answer.last.nodes?.[0]?.number ?? 0,
    newest: answer.newest.nodes?.[0]?.updatedAt ?? null,
    changed: changed === null || changed.includes(null) ? null : changed.filter((issue) => issue !== null),
    counts: Object.fromEntries(counts.flatMap(([key, count]) => (count === null ? [] : [[key, count]]))),
  };
}

/** How many carry all labels of a key; null where not all issues and all of their labels were told. */
function toCount(key: string, answer: CountAnswer | null | undefined): number | null {
  const wanted = key.toLowerCase().split(',');
  if (wanted.length === 1) return answer?.totalCount ?? null;
  const issues = whole(answer && { totalCount: answer.totalCount, nodes: answer.nodes ?? null });
  const worn = issues?.map(({ labels }) => whole(labels)?.map(({ name }) => name.toLowerCase()) ?? null);
  if (!worn || worn.includes(null)) return null;
  return worn.filter((labels) => wanted.every((label) => labels?.includes(label))).length;
}

function toMilestoneFacts(milestone: MilestoneAnswer) {
  return toMilestone({ ...milestone, state: milestone.state.toLowerCase(), due_on: milestone.dueOn });
}

function toIssueFacts(issue: IssueAnswer): IssueFacts | null {
  const labels = whole(issue.labels);
  if (!labels || issue.fullDatabaseId === null) return null;
  return {
    id: Number(issue.fullDatabaseId),
    number: issue.number,
    title: issue.title,
    body: issue.body,
    state: issue.state === 'CLOSED' ? 'closed' : 'open',
    author: toAuthor(issue.author),
    milestone: issue.milestone?.number ?? null,
    labels: labels.map(({ name }) => name),
    parent: issue.parent?.number ?? null,
    stateReason: issue.stateReason?.toLowerCase() ?? null,
    closedAt: issue.closedAt,
    url: issue.url,
  };
}
