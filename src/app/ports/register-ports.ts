import { ownMarkerIds } from '../../core/people/own-replies.ts';
import type { RegisterPorts } from '../../engine/reconcile/reconcile-register.ts';
import { orNullIfGone } from '../../github/or-null-if-gone.ts';
import { toComment } from '../../github/snapshot/to-facts.ts';
import { listOverwrittenChecks } from '../../store/known/list-overwritten-checks.ts';
import { listDecisions } from '../../store/people/list-decisions.ts';
import { ownIssues } from './own-issues.ts';
import { orNullIfRefused } from './or-null-if-refused.ts';
import { enforcementReader } from './enforcement-reader.ts';
import type { RepositoryScope } from './repository-scope.ts';

const mostOverwritten = 100;

/** GitHub and the store as keeping the register needs them. */
export function registerPorts(scope: RepositoryScope): RegisterPorts {
  const { context, github, repository, name } = scope;
  const { db, directory } = context.store;
  return {
    now: scope.now,
    ledger: scope.ledger,
    apply: scope.apply,
    repository,
    readPolicy: scope.readPolicy,
    decisions: () => listDecisions(db, repository.id),
    openPulls: () => directory.openPulls(repository.id),
    overwritten: () => listOverwrittenChecks(db, repository.id, mostOverwritten),
    async ownIssues(policy) {
      const own = await orNullIfRefused(() => ownIssues(scope, policy));
      return own && own.issues;
    },
    readEnforcement: enforcementReader(scope),
    async ownMarkers(issue) {
      const listed = await orNullIfGone(() => github.paginate(github.rest.issues.listComments, { ...name, issue_number: issue, per_page: 100 }));
      return listed && ownMarkerIds(listed.map(toComment), context.appId);
    },
    wakeAt: context.wakeAt,
  };
}
