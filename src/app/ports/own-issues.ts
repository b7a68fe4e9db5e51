import type { Policy } from '../../core/policy/policy.ts';
import { countedLabels } from '../../core/rules/counted-labels.ts';
import type { IssueFacts, MilestoneFacts } from '../../core/snapshot/facts.ts';
import { readOwnIssues } from '../../github/snapshot/read-own-issues.ts';
import type { RepositoryScope } from './repository-scope.ts';

/** The issues of ours, and the milestones. */
export interface OwnIssues {
  readonly issues: readonly IssueFacts[];
  readonly milestones: readonly MilestoneFacts[];
}

/**
 * Our issues as the look of this key told of them, asked about as a look at a pull request does, so that both keep the same. Throws
 * where they may not be read.
 */
export async function ownIssues({ github, name, botLogin, world }: RepositoryScope, policy: Policy | null): Promise<OwnIssues> {
  if (!policy) return readOwnIssues(github, name, [botLogin]);
  const authors = [botLogin, ...policy.seed.owners];
  const told = await world.backlog({ authors, labels: countedLabels(policy) });
  return told.unavailable.length === 0 ? told : readOwnIssues(github, name, authors);
}
