import { toAuthor, toClosingIssues } from '../snapshot/read-closing-issues.ts';
import { toMilestone } from '../snapshot/to-facts.ts';
import type { PullAnswer } from './look-answer.ts';
import type { LookedPull } from './look.ts';
import { toLookedCommit } from './to-looked-commit.ts';
import { whole } from './whole.ts';

/** A pull request as a look sees it; null where GitHub left out labels or closing issues. `repository` is the node id. */
export function toLookedPull(pull: PullAnswer, repository: string): LookedPull | null {
  const labels = whole(pull.labels);
  const closes = whole(pull.closingIssuesReferences);
  if (!labels || !closes) return null;
  const { milestone } = pull;
  return {
    facts: {
      number: pull.number,
      title: pull.title,
      url: pull.permalink,
      state: pull.state === 'OPEN' ? 'open' : 'closed',
      merged: pull.merged,
      author: toAuthor(pull.author),
      head: { sha: pull.headRefOid, ref: pull.headRefName, repositoryId: pull.headRepository?.databaseId ?? null },
      base: { sha: pull.baseRefOid, ref: pull.baseRefName },
      labels: labels.map(({ name }) => name),
      milestone: milestone ? toMilestone({ ...milestone, state: milestone.state.toLowerCase(), due_on: milestone.dueOn }) : null,
      closes: toClosingIssues(closes, repository),
    },
    changedFiles: pull.changedFiles,
    baseTip: pull.baseRef?.target?.oid ?? null,
    merge: toLookedCommit(pull.potentialMergeCommit),
  };
}
