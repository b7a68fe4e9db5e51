import type { Policy } from '../../core/policy/policy.ts';
import { readEnforcement } from '../../github/rulesets/read-enforcement.ts';
import { orNullIfRefused } from './or-null-if-refused.ts';
import type { RepositoryScope } from './repository-scope.ts';

/** Reads whether the gates of a policy are truly required on the default branch; null where GitHub does not tell us. */
export function enforcementReader({ context, github, repository, name }: RepositoryScope) {
  return (policy: Policy) => orNullIfRefused(() => readEnforcement(github, name, { policy, appId: context.appId, defaultBranch: repository.defaultBranch }));
}
