import { rulesetDifferences } from '../../core/enforce/ruleset-differences.ts';
import { type Ruleset, rulesetName } from '../../core/enforce/ruleset.ts';
import { wantedRuleset } from '../../core/enforce/wanted-ruleset.ts';
import { InputError } from '../../core/errors/input-error.ts';
import { playbookLoader } from '../../engine/load-playbook.ts';
import { applyRuleset } from '../../github/rulesets/apply-ruleset.ts';
import { explainRulesetRefusal } from '../../github/rulesets/explain-ruleset-refusal.ts';
import { readEnforcement } from '../../github/rulesets/read-enforcement.ts';
import { rulesetOfName } from '../../github/rulesets/ruleset-of-name.ts';
import type { RulesetScope } from '../../github/rulesets/ruleset-scope.ts';
import { policyInForce } from '../../github/snapshot/policy-in-force.ts';
import type { EnforceOptions } from './enforce-options.ts';
import type { ExitCode } from '../exit-code.ts';
import { githubClient, repositoryName } from '../github-client.ts';
import { printJson, printLine, styled } from '../print.ts';
import { appOf } from './app-of.ts';
import { exitCode, printEnforcement } from './check-enforcement.ts';
import { requirementsOf } from './requirements-of.ts';

/** Prints what changes in the ruleset; with --yes it is written, and then looked up whether it holds. */
export async function writeRuleset(repo: string, options: EnforceOptions): Promise<ExitCode> {
  const github = githubClient(process.env);
  const name = repositoryName(repo);
  const scope: RulesetScope = options.org === undefined ? name : { org: options.org };
  const policy = await policyInForce({ github, loadPlaybook: playbookLoader(process.env['PLAYBOOKS_DIR'] ?? null) }, name);
  const { checks, refs, notices } = requirementsOf(policy);
  const app = await appOf(github, name, { given: options.appId, checks });
  const kept = await explainRulesetRefusal(scope, () => rulesetOfName(github, scope, rulesetName));
  const current = kept?.ruleset ?? null;
  const ruleset = wantedRuleset({ checks, refs, appId: app.id, current, ...(options.org === undefined ? {} : { repositories: options.repositories ?? [] }) });
  const plan = { app: app.id, ruleset, differences: rulesetDifferences(current, ruleset), notices: [...notices, ...app.notices, ...bypass(current)] };
  if (!options.json) printPlan(plan, app.because);
  if (options.dryRun) return endDry(plan, options);
  if (plan.differences.length > 0) {
    if (!options.yes) throw new InputError('Nothing was written. To write it, run the same with --yes.');
    await explainRulesetRefusal(scope, () => applyRuleset(github, scope, { id: kept?.id ?? null, ruleset }));
    if (!options.json) printLine('Written.');
  }
  const { data } = await github.rest.repos.get({ ...name });
  const enforcement = await readEnforcement(github, name, { policy, appId: app.id, defaultBranch: data.default_branch });
  if (!options.json) return printEnforcement(enforcement, { repo, app: app.id, checks });
  printJson({ ...plan, written: plan.differences.length > 0, enforcement });
  return exitCode(enforcement, checks);
}

interface Plan {
  readonly app: number;
  readonly ruleset: Ruleset;
  readonly differences: readonly string[];
  readonly notices: readonly string[];
}

function endDry(plan: Plan, { json }: EnforceOptions): ExitCode {
  if (json) printJson({ ...plan, written: false, enforcement: null });
  return 0;
}

function printPlan({ app, differences, notices }: Plan, because: string): void {
  printLine(`App ${app}: ${because}.`);
  if (differences.length === 0) printLine(`Nothing to do: the ruleset "${rulesetName}" is as it should be.`);
  for (const line of differences) printLine(styled(line.startsWith('+') ? 'green' : 'red', line));
  for (const notice of notices) printLine(styled('yellow', `! ${notice}`));
}

/** Those who may go past it were let in by people, and stay; they are said, for the gate does not hold them. */
function bypass(current: Ruleset | null): string[] {
  const count = current?.bypass_actors?.length ?? 0;
  return count === 0 ? [] : [`${count === 1 ? 'One actor' : `${count} actors`} may go past this ruleset (its bypass list); that is left as it is.`];
}
