import { deploymentHistory, type KeptEntry } from '../../core/deployments/deployment-history.ts';
import type { SealedBundle } from '../../core/evidence/bundle/bundle.ts';
import type { DeployPorts } from '../../engine/reconcile/reconcile-deploy.ts';
import { readDeployedCommit } from '../../github/deployments/read-deployed-commit.ts';
import { readWaitingEnvironments } from '../../github/deployments/read-waiting-environments.ts';
import type { Database } from '../../store/database.ts';
import { forgetWaitingRun } from '../../store/known/forget-waiting-run.ts';
import { noteWaitingRun } from '../../store/known/note-waiting-run.ts';
import { listDecisions } from '../../store/people/list-decisions.ts';
import { listLedger } from '../../store/ledger/list-ledger.ts';
import { pullPorts } from './pull-ports.ts';
import type { RepositoryScope } from './repository-scope.ts';

/** GitHub and the store as deciding on a deployment needs them. */
export function deployPorts(scope: RepositoryScope): DeployPorts<SealedBundle> {
  const { context, github, repository, name } = scope;
  const { headOf, readSnapshot, judge, engineVersion, keepPolicy } = pullPorts(scope);
  return {
    now: scope.now,
    ledger: scope.ledger,
    apply: scope.apply,
    repository,
    decisions: () => listDecisions(context.store.db, repository.id),
    readPolicy: scope.readPolicy,
    keepPolicy,
    headOf,
    readSnapshot,
    judge,
    engineVersion,
    wakeAt: context.wakeAt,
    waiting: async (run) => readWaitingEnvironments(github, name, { run, appSlug: await context.appSlug() }),
    noteWaiting: (run, headSha) =>
      headSha === null ? forgetWaitingRun(context.store.db, repository.id, run) : noteWaitingRun(context.store.db, repository.id, { run, headSha }),
    commitOf: (run) => readDeployedCommit(github, repository, run),
    history: async (subject) => deploymentHistory(await readEntries(context.store.db, repository.id, subject)),
  };
}

const page = 100;

async function readEntries(db: Database, repository: number, subject: string): Promise<KeptEntry[]> {
  const entries: KeptEntry[] = [];
  let after = 0;
  for (;;) {
    const found = await listLedger(db, { repository, after, limit: page, subject });
    entries.push(...found);
    after = found.at(-1)?.seq ?? after;
    if (found.length < page) return entries;
  }
}
