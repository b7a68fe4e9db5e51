import type { PolicyPorts } from '../../engine/reconcile/reconcile-policy.ts';
import type { SeedPorts } from '../../engine/reconcile/reconcile-seed.ts';
import { askedByTheClient } from '../../github/seeding/content-budget.ts';
import { readSeedSnapshot } from '../../github/seeding/read-seed-snapshot.ts';
import { seedRepository } from '../../github/seeding/seed-repository.ts';
import { readMarkedComment } from '../../github/snapshot/read-marked-comment.ts';
import { findOnboardingIssue } from '../../store/known/find-onboarding-issue.ts';
import { enforcementReader } from './enforcement-reader.ts';
import type { RepositoryScope } from './repository-scope.ts';

/** GitHub and the store as showing a repository's plan needs them. */
export function policyPorts(scope: RepositoryScope): PolicyPorts {
  const { context, github, repository, name, botLogin } = scope;
  return {
    now: scope.now,
    ledger: scope.ledger,
    apply: scope.apply,
    repository,
    readPolicy: scope.readPolicy,
    onboardingIssue: () => findOnboardingIssue(context.store.db, repository.id),
    readEnforcement: enforcementReader(scope),
    readSeed: (policy) => readSeedSnapshot(github, { repository: name, policy, self: { login: botLogin, id: null } }),
    readComment: (issue, markerId) => readMarkedComment(github, name, { issue, markerId, authors: [botLogin] }),
  };
}

/** GitHub and the store as seeding by the app needs them. */
export function seedPorts(scope: RepositoryScope, signal: AbortSignal): SeedPorts {
  const { context, github, name, botLogin, settings } = scope;
  return {
    now: scope.now,
    ledger: scope.ledger,
    repository: scope.repository,
    readPolicy: scope.readPolicy,
    seed: async (policy, onPlan) =>
      seedRepository(github, {
        repository: name,
        policy,
        signal,
        onPlan,
        self: { login: botLogin, id: null },
        budget: await askedByTheClient(context.budget, scope.installation),
        ...(settings.onSeedProgress ? { onProgress: settings.onSeedProgress } : {}),
      }),
  };
}
