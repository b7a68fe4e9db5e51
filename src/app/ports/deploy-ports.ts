import type { DeployPorts } from '../../engine/reconcile/reconcile-deploy.ts';
import { readWaitingEnvironments } from '../../github/snapshot/read-waiting-environments.ts';
import type { Database } from '../../store/database.ts';
import { listLedger } from '../../store/ledger/list-ledger.ts';
import type { RepositoryScope } from './repository-scope.ts';

/** GitHub and the store as looking at a deployment needs them. */
export function deployPorts(scope: RepositoryScope): DeployPorts {
  const { context, github, repository, name } = scope;
  return {
    now: scope.now,
    ledger: scope.ledger,
    apply: scope.apply,
    repository,
    readPolicy: scope.readPolicy,
    waiting: async (run) => readWaitingEnvironments(github, name, { run, appSlug: await context.appSlug() }),
    told: (subject) => readTold(context.store.db, repository.id, subject),
  };
}

/** What the ledger says was told: each decision is followed by how it ended, and one that failed is tried again. */
async function readTold(db: Database, repository: number, subject: string): Promise<Set<string>> {
  const told = new Set<string>();
  let waiting: readonly string[] = [];
  for (const { kind, payload } of await listLedger(db, { repository, after: 0, limit: 100, subject })) {
    if (kind === 'decision') waiting = (JSON.parse(payload ?? '{}') as { decision?: { waiting?: string[] } }).decision?.waiting ?? [];
    else if (!(JSON.parse(payload ?? '[]') as { error?: string }[]).some(({ error }) => error)) for (const environment of waiting) told.add(environment);
  }
  return told;
}
