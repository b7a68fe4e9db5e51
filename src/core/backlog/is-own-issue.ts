import type { IssueFacts } from '../snapshot/facts.ts';
import { adoptedLabel } from './backlog-labels.ts';
import type { SeedAuthor } from './seed-snapshot.ts';

/**
 * Whether an issue with our marker is ours: written by one whom we accept, or adopted, which its label says. The one rule for
 * seeding and for the gates: what is seeded must be what is judged.
 */
export function isOwnIssue(issue: Pick<IssueFacts, 'author' | 'labels'>, accepted: readonly SeedAuthor[]): boolean {
  if (issue.labels.includes(adoptedLabel)) return true;
  return accepted.some(({ id, login }) => (id === null ? login.toLowerCase() === issue.author.login.toLowerCase() : id === issue.author.id));
}
