import { checkName } from '../gates/evaluate.ts';
import type { Policy } from '../policy/policy.ts';
import type { BranchRules } from './unenforced-gates.ts';

/** A check of ours that GitHub waits for, and that is never posted: it blocks every merge into the branch. */
export interface StrandedCheck {
  readonly branch: string;
  readonly check: string;
}

/** The required checks of gates that are off, or that the playbook has no more. */
export function strandedChecks(policy: Policy, branches: readonly BranchRules[]): StrandedCheck[] {
  const posted = policy.playbook.gates.filter(({ id }) => policy.enforce[id] !== 'off').map(({ id }) => checkName(policy.unit, id));
  return branches.flatMap(({ branch, required }) =>
    [...new Set(required.map(({ context }) => context))]
      .filter((context) => isOurCheck(context) && !posted.includes(context))
      .map((check) => ({ branch, check })),
  );
}

/** Whether a check is named as ours are; those of a monorepo's units have names of their own. */
export function isOurCheck(context: string): boolean {
  return /^sprintgate\/[^/]+$/.test(context);
}
