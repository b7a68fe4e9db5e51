import type { Write } from '../plan/write.ts';
import type { Person } from '../people/decision.ts';
import type { CommentFacts, IssueFacts } from '../snapshot/facts.ts';
import type { SprintSnapshot } from './sprint-snapshot.ts';

const nobody: Person = { id: 0, login: '', type: 'Bot' };

/**
 * The snapshot as it is once these writes were made, `ids` in the same order: what GitHub would tell, and may tell only in a
 * while. Lists that do not show yet what was just opened must not open it twice.
 */
export function afterWrites(snapshot: SprintSnapshot, writes: readonly Write[], ids: readonly number[]): SprintSnapshot {
  return writes.reduce((seen, write, index) => after(seen, write, ids[index] ?? 0), snapshot);
}

function after(snapshot: SprintSnapshot, write: Write, id: number): SprintSnapshot {
  const { issues, milestones, comments, now } = snapshot;
  switch (write.do) {
    case 'create-issue':
      return { ...snapshot, issues: [...issues, opened(write, id)], comments: new Map([...comments, [id, []]]) };
    case 'update-issue':
      return { ...snapshot, issues: issues.map((issue) => (issue.number === write.number ? changed(issue, write, now) : issue)) };
    case 'create-comment':
    case 'update-comment': {
      const others = (comments.get(write.issue) ?? []).filter((comment) => write.do === 'create-comment' || comment.id !== write.comment);
      const comment: CommentFacts = { id, body: write.body, author: nobody, appId: null, createdAt: now, updatedAt: now, url: '' };
      return { ...snapshot, comments: new Map([...comments, [write.issue, [...others, comment]]]) };
    }
    case 'update-milestone':
      return {
        ...snapshot,
        milestones: milestones.map((milestone) =>
          milestone.number === write.number
            ? { ...milestone, description: write.description ?? milestone.description, state: write.state ?? milestone.state }
            : milestone,
        ),
      };
    default:
      return snapshot;
  }
}

function opened({ title, body, labels, milestone }: Extract<Write, { do: 'create-issue' }>, number: number): IssueFacts {
  const place = typeof milestone === 'number' ? milestone : null;
  return { id: 0, number, title, body, state: 'open', author: nobody, milestone: place, labels, parent: null, closedAt: null, url: '' };
}

function changed(issue: IssueFacts, write: Extract<Write, { do: 'update-issue' }>, now: string): IssueFacts {
  return {
    ...issue,
    body: write.body ?? issue.body,
    milestone: typeof write.milestone === 'number' ? write.milestone : issue.milestone,
    state: write.state ?? issue.state,
    closedAt: write.state === 'closed' ? now : (issue.closedAt ?? null),
    labels: [...new Set([...issue.labels, ...(write.addLabels ?? [])])],
  };
}
