import { branchesToVerify } from '../../core/enforce/branches-to-verify.ts';
import type { Enforcement } from '../../core/enforce/enforcement.ts';
import { requiredChecks } from '../../core/enforce/required-checks.ts';
import { strandedChecks } from '../../core/enforce/stranded-checks.ts';
import { type BranchRules, type UnenforcedGate, unenforcedGates } from '../../core/enforce/unenforced-gates.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { readBranchRules } from './read-branch-rules.ts';

/** Reads the rules of the branches that the gates bind on, two requests each, and compares. */
export async function readEnforcement(
  github: GitHub,
  name: RepositoryName,
  input: { readonly policy: Policy; readonly appId: number; readonly defaultBranch: string },
): Promise<Enforcement> {
  const checks = requiredChecks(input.policy);
  const { branches: names, unverified } = branchesToVerify(input.policy.branches, input.defaultBranch);
  const branches: BranchRules[] = [];
  for (const branch of names) {
    const rules = await readBranchRules(github, name, branch);
    if (rules === null) return { branches: null, unenforced: withoutRules(names, checks), stranded: [], unverified };
    branches.push(rules);
  }
  return { branches, unenforced: unenforcedGates({ checks, appId: input.appId, branches }), stranded: strandedChecks(input.policy, branches), unverified };
}

function withoutRules(names: readonly string[], checks: readonly string[]): UnenforcedGate[] {
  return names.flatMap((branch) => checks.map((check) => ({ branch, check, why: 'not-required' as const })));
}
