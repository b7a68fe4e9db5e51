import { InputError } from '../../core/errors/input-error.ts';
import { statusOf } from '../client.ts';
import { refusalOf } from '../refusal-of.ts';
import { isOffThePlan } from './if-on-the-plan.ts';
import type { RulesetScope } from './ruleset-scope.ts';

/** Runs what needs an administrator, and says in one sentence which right was missing when GitHub refused. */
export async function explainRulesetRefusal<T>(scope: RulesetScope, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const status = statusOf(error);
    if (status !== 403 && status !== 404) throw error;
    if (isOffThePlan(error)) throw new InputError(offThePlan(scope), { cause: error });
    refusalOf(error);
    throw new InputError(`GitHub answered ${status}: ${needed(scope)}`, { cause: error });
  }
}

function offThePlan(scope: RulesetScope): string {
  return 'org' in scope
    ? `the plan of ${scope.org} has no rulesets for organisations; leave --org out, and require the checks in each repository with --repo.`
    : `the plan of ${scope.owner}/${scope.repo} has no rulesets: private repositories need GitHub Pro, Team or Enterprise, public ones have them on every plan. Until then nothing holds a merge back.`;
}

function needed(scope: RulesetScope): string {
  return 'org' in scope
    ? `the token may not write rulesets of ${scope.org}. Its user must be an owner there; a fine-grained token needs the organisation permission "Administration: write", a classic one the scope admin:org.`
    : `the token may not write rulesets of ${scope.owner}/${scope.repo}. Its user must be an administrator there; a fine-grained token needs the repository permission "Administration: write", a classic one the scope repo. Without one, run \`sprintgate enforce\` with no GITHUB_TOKEN and give an administrator the JSON that it prints.`;
}
