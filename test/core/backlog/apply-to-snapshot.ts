import type { SeedIssue, SeedSnapshot } from '../../../src/core/backlog/seed-snapshot.ts';
import type { Ref, Write } from '../../../src/core/plan/write.ts';

const bot = { id: 7, login: 'sprintgate[bot]', type: 'Bot' as const };

/** What the snapshot of a repository would be after these writes. */
export function applyToSnapshot(snapshot: SeedSnapshot, writes: readonly Write[]): SeedSnapshot {
  return writes.reduce(applyOne, snapshot);
}

function applyOne(at: SeedSnapshot, write: Write): SeedSnapshot {
  switch (write.do) {
    case 'create-label':
      return { ...at, labels: [...at.labels, { name: write.name, color: write.color, description: write.description }] };
    case 'create-milestone': {
      const { title, description, dueOn } = write;
      const number = 1 + Math.max(0, ...at.milestones.map((milestone) => milestone.number));
      return { ...at, milestones: [...at.milestones, { number, title, description, state: 'open', dueOn, author: bot }] };
    }
    case 'update-milestone': {
      const { do: _do, key: _key, ...change } = write;
      return { ...at, milestones: at.milestones.map((milestone) => (milestone.number === write.number ? { ...milestone, ...change } : milestone)) };
    }
    case 'create-issue': {
      const { title, body, labels } = write;
      const number = 1 + Math.max(0, ...at.issues.map((issue) => issue.number));
      const milestone = write.milestone === null ? null : milestoneNumber(at, write.milestone);
      const issue: SeedIssue = { id: number * 10, number, title, body, state: 'open', author: bot, milestone, labels, parent: null, hasParent: false, url: '' };
      return { ...at, issues: [...at.issues, issue] };
    }
    case 'update-issue':
      return changed(at, write.number, (issue) => ({
        ...issue,
        body: write.body ?? issue.body,
        state: write.state ?? issue.state,
        labels: [...issue.labels, ...(write.addLabels ?? [])],
      }));
    case 'add-sub-issue':
      return changed(at, issueNumber(at, write.child), (issue) => ({ ...issue, parent: issueNumber(at, write.parent), hasParent: true }));
    default:
      throw new Error(`unexpected ${write.do}`);
  }
}

function changed(at: SeedSnapshot, number: number, change: (issue: SeedIssue) => SeedIssue): SeedSnapshot {
  return { ...at, issues: at.issues.map((issue) => (issue.number === number ? change(issue) : issue)) };
}

function issueNumber(at: SeedSnapshot, ref: Ref): number {
  return typeof ref === 'number' ? ref : (at.issues.find((issue) => issue.body.includes(` id=${ref.key} `))?.number ?? NaN);
}

function milestoneNumber(at: SeedSnapshot, ref: Ref): number {
  return typeof ref === 'number' ? ref : (at.milestones.find((milestone) => milestone.description.includes(` id=${ref.key} `))?.number ?? NaN);
}
