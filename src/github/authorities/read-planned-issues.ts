import type { IssueFacts } from '../../core/snapshot/facts.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { orNullIfGone } from '../or-null-if-gone.ts';
import { toIssue } from '../snapshot/to-facts.ts';

/** People's own issues, by number and by milestone. No pull requests; one that is gone is left out. */
export async function readPlannedIssues(
  github: GitHub,
  repository: RepositoryName,
  { numbers, milestones }: { readonly numbers: readonly number[]; readonly milestones: readonly number[] },
): Promise<IssueFacts[]> {
  const found = [];
  for (const number of numbers) {
    const read = await orNullIfGone(() => github.rest.issues.get({ ...repository, issue_number: number }));
    if (read) found.push(read.data);
  }
  for (const milestone of milestones)
    found.push(...(await github.paginate(github.rest.issues.listForRepo, { ...repository, milestone: String(milestone), state: 'open', per_page: 100 })));
  return found.filter(({ pull_request }) => !pull_request).map(toIssue);
}
