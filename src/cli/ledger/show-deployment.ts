import { InputError } from '../../core/errors/input-error.ts';
import { type DecidedEnvironment, decidedDeployment } from '../../core/ledger/decided-deployment.ts';
import { judgedIn } from '../../core/ledger/decision-payload.ts';
import type { Locale } from '../../core/playbook/text-schema.ts';
import type { Database } from '../../store/database.ts';
import { findDeployed } from '../../store/ledger/find-deployed.ts';
import { readSnapshot } from '../../store/ledger/read-snapshot.ts';

export interface ShownDeployment {
  readonly environments: readonly DecidedEnvironment[];
  /** That of the policy by which it was decided. */
  readonly locale: Locale;
}

/** What the ledger says of a workflow run that waited to deploy. Throws an InputError where it says nothing. */
export async function showDeployment(
  db: Database,
  query: { readonly repository: number; readonly run: number; readonly until: string },
): Promise<ShownDeployment> {
  const entries = await findDeployed(db, query);
  const environments = decidedDeployment(entries);
  const last = entries.at(-1);
  if (!last)
    throw new InputError(`the ledger says nothing of the workflow run ${query.run} up to then: no deployment of it waited, or what was said was erased.`);
  const [judged] = judgedIn(last.payload);
  const policy = judged ? (await readSnapshot(db, { repository: query.repository, digest: judged.snapshot }))?.policy : undefined;
  return { environments, locale: policy?.kind === 'in-force' ? policy.policy.locale : policy?.kind === 'broken' ? policy.locale : 'en' };
}
