import type { ConversationSnapshot, ProcessedMark } from '../../core/people/conversation-snapshot.ts';
import type { LabelChange, ReviewFacts } from '../../core/people/review-facts.ts';
import { isFromReview, labelledCheckpoints, openReviews } from '../../core/people/sign-off-reviews.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { IssueFacts, MilestoneFacts } from '../../core/snapshot/facts.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { refusalOf } from '../refusal-of.ts';
import { toPerson } from '../snapshot/to-facts.ts';

interface Input {
  readonly snapshot: ConversationSnapshot;
  readonly policy: Policy;
  readonly marksOf: ((ids: readonly number[]) => Promise<readonly ProcessedMark[]>) | undefined;
  readonly readBacklog: (() => Promise<{ readonly issues: readonly IssueFacts[]; readonly milestones: readonly MilestoneFacts[] }>) | undefined;
}

/**
 * Adds the reviews of a pull request that is labelled for a checkpoint, or that a review of it signed. Only where one of them
 * is yet to be decided are the label's history and the backlog read: any other pull request costs nothing.
 */
export async function withReviews(github: GitHub, name: RepositoryName, input: Input): Promise<ConversationSnapshot> {
  const { snapshot, policy, marksOf, readBacklog } = input;
  const signed = snapshot.decisions.some(({ source }) => source.issue === snapshot.issue.number && isFromReview(source));
  if (!signed && labelledCheckpoints(policy, snapshot.issue.labels).length === 0) return snapshot;
  const reviews = await readReviews(github, name, snapshot.issue.number);
  const marks = marksOf ? await marksOf(reviews.map(({ id }) => id)) : [];
  const seen = { ...snapshot, reviews, processed: [...snapshot.processed, ...marks] };
  if (openReviews(policy, seen).length === 0) return seen;
  const labelChanges = await readLabelChanges(github, name, snapshot.issue.number);
  if (snapshot.seeded.length > 0 || !readBacklog) return { ...seen, labelChanges };
  const { issues, milestones } = await readBacklog();
  return { ...seen, labelChanges, seeded: issues, milestones };
}

async function readReviews(github: GitHub, name: RepositoryName, number: number): Promise<ReviewFacts[]> {
  const listed = await github.paginate(github.rest.pulls.listReviews, { ...name, pull_number: number, per_page: 100 });
  // A review that is not submitted yet has no time, and is nobody's word.
  return listed.flatMap(({ id, user, state, commit_id, submitted_at, html_url }) =>
    submitted_at ? [{ id, author: toPerson(user), state, commitId: commit_id, submittedAt: submitted_at, url: html_url }] : [],
  );
}

/** Null where GitHub does not let us read them: then nobody knows whether the label was there. */
async function readLabelChanges(github: GitHub, name: RepositoryName, number: number): Promise<LabelChange[] | null> {
  try {
    const events = await github.paginate(github.rest.issues.listEvents, { ...name, issue_number: number, per_page: 100 });
    return events.flatMap((event) => {
      const label = 'label' in event ? event.label.name : null;
      if ((event.event !== 'labeled' && event.event !== 'unlabeled') || !label) return [];
      return [{ label, on: event.event === 'labeled', at: event.created_at }];
    });
  } catch (error) {
    refusalOf(error);
    return null;
  }
}
