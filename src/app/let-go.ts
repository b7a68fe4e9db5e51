import { forgetEvidence } from '../store/evidence/forget-evidence.ts';
import { forgetPulls } from '../store/known/forget-pulls.ts';
import { forgetStandings } from '../store/standings/forget-standings.ts';
import type { Environment } from './settings/environment.ts';
import { fewestEvidenceDays, usualStandingDays } from './settings/settings-schema.ts';
import type { ReconcileContext } from './reconcile-context.ts';
import { retainLedger } from './retain-ledger.ts';

type Context = Pick<ReconcileContext, 'store' | 'log' | 'now' | 'privateKey'>;
type Settings = Pick<Environment, 'ledgerRetentionDays' | 'evidenceRetentionDays' | 'standingRetentionDays'>;

const day = 86_400_000;
// As long as the id of a delivery is kept: none that tells of a pull request comes later.
const closedDays = 30;

/**
 * What each sweep lets go of: pull requests that closed a month ago, evidence that nothing has used for its time, and what the ledger says
 * after its own, and how repositories stood each day, after three years. Evidence is kept as long as the ledger where nothing else is said. One that fails does not hold up the others.
 */
export function letGo(context: Context, { ledgerRetentionDays, evidenceRetentionDays, standingRetentionDays }: Settings): () => Promise<void> {
  const ledgerDays = ledgerRetentionDays ?? null;
  const evidenceDays = evidenceRetentionDays ?? (ledgerDays === null ? null : Math.max(ledgerDays, fewestEvidenceDays));
  const retain = ledgerDays === null ? null : retainLedger(context, ledgerDays);
  const { db } = context.store;
  const before = (days: number) => new Date(Date.parse(context.now()) - days * day).toISOString();
  const steps: readonly (() => Promise<void>)[] = [
    async () => say(context, 'closed pull requests', await forgetPulls(db, before(closedDays))),
    async () => say(context, 'days of standings', await forgetStandings(db, before(standingRetentionDays ?? usualStandingDays).slice(0, 10))),
    ...(evidenceDays === null ? [] : [async () => say(context, 'uploads', await forgetEvidence(db, before(evidenceDays).slice(0, 10)))]),
    ...(retain ? [retain] : []),
  ];
  return async () => {
    const failed: unknown[] = [];
    for (const step of steps) await step().catch((err: unknown) => failed.push(err));
    if (failed.length > 0) throw failed.length === 1 ? failed[0] : new AggregateError(failed, 'not all that is old could be let go of');
  };
}

function say({ log }: Context, what: string, count: number): void {
  if (count > 0) log.info({ what, count }, 'what is old was let go of');
}
