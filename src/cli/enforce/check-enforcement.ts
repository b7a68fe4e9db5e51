import { type Enforcement, isEnforced } from '../../core/enforce/enforcement.ts';
import { requiredChecks } from '../../core/enforce/required-checks.ts';
import type { UnenforcedGate } from '../../core/enforce/unenforced-gates.ts';
import { playbookLoader } from '../../engine/load-playbook.ts';
import { readEnforcement } from '../../github/rulesets/read-enforcement.ts';
import { policyInForce } from '../../github/snapshot/policy-in-force.ts';
import type { EnforceOptions } from './enforce-options.ts';
import type { ExitCode } from '../exit-code.ts';
import { githubClient, repositoryName } from '../github-client.ts';
import { printJson, printLine, styled } from '../print.ts';
import { appOf } from './app-of.ts';

/** Tells for each blocking gate and branch whether GitHub waits for it. Exit code 1 where one does not hold. */
export async function checkEnforcement(repo: string, options: EnforceOptions): Promise<ExitCode> {
  const github = githubClient(process.env);
  const name = repositoryName(repo);
  const policy = await policyInForce({ github, loadPlaybook: playbookLoader(process.env['PLAYBOOKS_DIR'] ?? null) }, name);
  const checks = requiredChecks(policy);
  const app = checks.length === 0 ? null : await appOf(github, name, { given: options.appId, checks });
  const { data } = await github.rest.repos.get({ ...name });
  const enforcement = await readEnforcement(github, name, { policy, appId: app?.id ?? 0, defaultBranch: data.default_branch });
  if (options.json) {
    printJson({ app: app?.id ?? null, ...enforcement });
    return exitCode(enforcement, checks);
  }
  for (const notice of app?.notices ?? []) printLine(styled('yellow', `! ${notice}`));
  return printEnforcement(enforcement, { repo, app: app?.id ?? 0, checks });
}

/** Where no gate blocks, none has to be required; a required check that never comes is wrong in any case. */
export function exitCode(enforcement: Enforcement, checks: readonly string[]): ExitCode {
  return enforcement.stranded.length === 0 && (checks.length === 0 || isEnforced(enforcement)) ? 0 : 1;
}

const reasons: Readonly<Record<UnenforcedGate['why'], (app: number) => string>> = {
  'not-required': () => 'not required',
  'from-anybody': () => 'required, but from anybody: whoever may write can post it',
  'from-another-app': (app) => `required from another app than ${app}, so it never comes`,
};

/** Prints what holds and what does not; the answer is the exit code. */
export function printEnforcement(enforcement: Enforcement, at: { readonly repo: string; readonly app: number; readonly checks: readonly string[] }): ExitCode {
  const { branches, unenforced, stranded, unverified } = enforcement;
  if (branches === null) printLine(styled('red', `✗ the plan of ${at.repo} has no rulesets (a private repository on GitHub Free): nothing holds a merge back`));
  else for (const { branch, check, why } of unenforced) printLine(styled('red', `✗ ${branch}: ${check} is ${reasons[why](at.app)}`));
  for (const { branch, check } of stranded)
    printLine(styled('red', `✗ ${branch}: ${check} is required, but its gate is off: it never comes, and blocks every merge`));
  for (const pattern of unverified) printLine(styled('yellow', `! ${pattern}: not looked up; this pattern has no sure example`));
  for (const { branch, classic, mergeQueue } of branches ?? []) {
    if (classic) printLine(styled('yellow', `! ${branch}: the older branch protection is on as well; what either of the two asks for is required`));
    if (mergeQueue) printLine(styled('yellow', `! ${branch}: has a merge queue; the workflows that make evidence must run \`on: merge_group\` too`));
  }
  printLine(conclude(enforcement, at));
  return exitCode(enforcement, at.checks);
}

function conclude(enforcement: Enforcement, at: { readonly repo: string; readonly app: number; readonly checks: readonly string[] }): string {
  const names = (enforcement.branches ?? []).map(({ branch }) => branch).join(', ');
  if (exitCode(enforcement, at.checks) === 0)
    return at.checks.length === 0
      ? 'No gate blocks: each of them warns or is off, so none has to be required.'
      : styled('green', `✓ every blocking gate is required on ${names}, from app ${at.app}`);
  if (enforcement.branches === null) return 'Next: change the plan, or make the repository public.';
  if (names === '') return 'No branch could be looked up.';
  return at.checks.length === 0
    ? 'Next: take these checks out of the ruleset, or of the branch protection, that requires them.'
    : `Next: sprintgate enforce --repo ${at.repo} --yes, and mend by hand what another ruleset or the older branch protection requires.`;
}
