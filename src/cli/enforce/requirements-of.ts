import { requiredChecks } from '../../core/enforce/required-checks.ts';
import { requiredRefs } from '../../core/enforce/required-refs.ts';
import { InputError } from '../../core/errors/input-error.ts';
import type { Policy } from '../../core/policy/policy.ts';

/** What a policy asks of a ruleset, and what people should know about it. */
export interface Requirements {
  readonly checks: readonly string[];
  readonly refs: readonly string[];
  readonly notices: readonly string[];
}

/** The checks and branches to require; an InputError where there is nothing to require. */
export function requirementsOf(policy: Policy): Requirements {
  const checks = requiredChecks(policy);
  if (checks.length === 0)
    throw new InputError(
      'no gate blocks, so there is nothing to require; write e.g. `enforce: { coverage: block }` in the configuration first. If the ruleset "Sprintgate" is there, delete it in the settings.',
    );
  const { refs, everywhere, unsayable } = requiredRefs(policy.branches);
  if (refs.length === 0)
    throw new InputError(`a ruleset has no braces, so it cannot say ${unsayable.join(', ')}; list the branches one by one in \`branches\`.`);
  return {
    checks,
    refs,
    notices: [
      ...(everywhere
        ? ['The gates bind on every branch; the ruleset requires them on the default branch only, for it would stop direct pushes to all others too.']
        : []),
      ...unsayable.map((pattern) => `Left out: ${pattern}. A ruleset has no braces; list these branches one by one in \`branches\`.`),
    ],
  };
}
