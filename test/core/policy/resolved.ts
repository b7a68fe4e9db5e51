import type { Policy } from '../../../src/core/policy/policy.ts';
import { formatProblem } from '../../../src/core/policy/parse-config.ts';
import { resolvePolicy } from '../../../src/core/policy/resolve-policy.ts';
import { smallPlaybook } from './small-playbook.ts';

export const minimal = 'playbook: small@1\nlocale: en\ntier: 2\nproduct: ml\nschedule: { start: 2027-01-11 }\n';

/** Resolves texts with the small playbook. */
export function resolve(repository: string, organisation: string | null = null) {
  return resolvePolicy({
    loaded: smallPlaybook,
    organisation: organisation === null ? null : { file: 'org.yml', text: organisation },
    repository: { file: 'repo.yml', text: repository },
  });
}

/** The policy of texts that are right; a test that gives wrong ones fails with their problems. */
export function policyOf(repository: string, organisation: string | null = null): Policy {
  const { policy, problems } = resolve(repository, organisation);
  if (!policy) throw new Error(problems.map(formatProblem).join('\n'));
  return policy;
}
