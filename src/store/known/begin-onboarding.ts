import type { Database } from '../database.ts';
import { findOnboardingIssue } from './find-onboarding-issue.ts';

export interface Onboarding {
  /** True for the one caller that may go on without looking for an earlier attempt's issue. */
  readonly first: boolean;
  /** The onboarding issue, once it is known. */
  readonly issue: number | null;
}

/**
 * Claims the onboarding of a repository, which happens once, also after it was closed or deleted. When `first` is false
 * and `issue` is null, an earlier attempt was cut off: look for its issue by marker before opening another.
 */
export async function beginOnboarding(db: Database, repository: number): Promise<Onboarding> {
  const inserted = await db.query('insert into sprintgate.onboarding (repository) values ($1) on conflict do nothing returning repository', [repository]);
  if (inserted.length > 0) return { first: true, issue: null };
  return { first: false, issue: await findOnboardingIssue(db, repository) };
}
