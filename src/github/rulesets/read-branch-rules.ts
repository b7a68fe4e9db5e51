import { checksOf } from '../../core/enforce/wanted-ruleset.ts';
import type { BranchRules, Requirement } from '../../core/enforce/unenforced-gates.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { orNullIfGone } from '../or-null-if-gone.ts';
import { ifOnThePlan } from './if-on-the-plan.ts';

/**
 * What a branch asks for, from the rulesets of every level and from the older branch protection. Metadata and contents are
 * enough to read both. Null where the repository's plan has no rules at all.
 */
export async function readBranchRules(github: GitHub, name: RepositoryName, branch: string): Promise<BranchRules | null> {
  const rules = await ifOnThePlan(() => github.paginate(github.rest.repos.getBranchRules, { ...name, branch, per_page: 100 }));
  if (rules === null) return null;
  const protection = await readProtection(github, name, branch);
  const ruled = rules.flatMap((rule) => checksOf(rule as Parameters<typeof checksOf>[0]));
  return {
    branch,
    required: [...ruled.map(({ context, integration_id }) => ({ context, appId: bound(integration_id) })), ...(protection ?? [])],
    mergeQueue: rules.some(({ type }) => type === 'merge_queue'),
    classic: protection !== null,
  };
}

/** What the older protection requires; null where it is off, or the branch is only an example. */
async function readProtection(github: GitHub, name: RepositoryName, branch: string): Promise<Requirement[] | null> {
  const answer = await orNullIfGone(() => github.rest.repos.getBranch({ ...name, branch }));
  const protection = answer?.data.protection;
  if (!protection?.enabled) return null;
  return (protection.required_status_checks?.checks ?? []).map(({ context, app_id }) => ({ context, appId: bound(app_id) }));
}

/** -1 is how the older protection writes "any app". */
function bound(id: number | null | undefined): number | null {
  return id === undefined || id === null || id <= 0 ? null : id;
}
