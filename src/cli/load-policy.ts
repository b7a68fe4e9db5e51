import { readFile } from 'node:fs/promises';
import { InputError } from '../core/errors/input-error.ts';
import { formatProblem } from '../core/policy/parse-config.ts';
import type { ConfigProblem, Policy } from '../core/policy/policy.ts';
import { policyOfText } from './policy-of-text.ts';

/** Reads a configuration file and resolves it with its playbook. */
export async function readPolicy(file: string): Promise<{ policy: Policy | null; problems: readonly ConfigProblem[] }> {
  return policyOfText(file, await readFile(file, 'utf8'));
}

/** As `readPolicy`, for commands that cannot go on without one: throws an InputError that lists every problem. */
export async function loadPolicy(file: string): Promise<Policy> {
  const { policy, problems } = await readPolicy(file);
  if (!policy) throw new InputError(problems.map(formatProblem).join('\n'));
  return policy;
}
