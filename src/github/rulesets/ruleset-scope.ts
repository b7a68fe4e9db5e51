import type { RepositoryName } from '../client.ts';

/** Where a ruleset is kept: in a repository, or in an organisation for many. */
export type RulesetScope = RepositoryName | { readonly org: string };

/** The REST path of a scope's rulesets. */
export function rulesetsPath(scope: RulesetScope): string {
  return 'org' in scope
    ? `/orgs/${encodeURIComponent(scope.org)}/rulesets`
    : `/repos/${encodeURIComponent(scope.owner)}/${encodeURIComponent(scope.repo)}/rulesets`;
}
