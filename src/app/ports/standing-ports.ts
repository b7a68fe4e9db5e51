import { dayIn } from '../../core/calendar/calendar-day.ts';
import type { SealedBundle } from '../../core/evidence/bundle/bundle.ts';
import type { StandingPorts } from '../../engine/reconcile/reconcile-standing.ts';
import { findGoodPolicy } from '../../store/known/find-good-policy.ts';
import { saveStanding } from '../../store/standings/save-standing.ts';
import { standingAt } from '../../store/standings/standing-at.ts';
import type { ReconcileContext } from '../reconcile-context.ts';
import { lookedScope, type ReconcileSettings } from './repository-scope.ts';
import { snapshotReader } from './snapshot-reader.ts';
import { tipAround } from './tip-around.ts';
import { policyKeeper } from './policy-keeper.ts';

/** A busy repository is judged so many seconds apart at least. Five minutes: twelve times an hour, with two or three reads each. */
const usualRest = 300;

/** GitHub and the store as telling how a repository stands needs them. GitHub is asked for nothing before it is clear that there is anything to tell. */
export function standingPorts(context: ReconcileContext, settings: ReconcileSettings, repository: number): StandingPorts<SealedBundle> {
  const { db } = context.store;
  return {
    now: () => context.now(),
    isConfigured: async () => (await findGoodPolicy(db, repository)) !== null,
    judgedAt: async () => (await standingAt(db, repository))?.at ?? null,
    restSeconds: settings.standingRestSeconds ?? usualRest,
    async readTip() {
      const scope = await lookedScope(context, settings, repository);
      const around = scope && (await tipAround(scope, (await standingAt(db, repository))?.headSha ?? null));
      return around && snapshotReader(scope).read({ repository: around.repository, headSha: around.sha, tip: true }, around.world);
    },
    stand: settings.evidence.stand,
    keepPolicy: policyKeeper(db),
    save: (standing) => saveStanding(db, repository, standing),
    wakeAt: context.wakeAt,
  };
}

/** Whether a repository was not judged yet today, where it is. */
export async function isStandingDue({ store, now }: Pick<ReconcileContext, 'store' | 'now'>, repository: number): Promise<boolean> {
  if ((await findGoodPolicy(store.db, repository)) === null) return false;
  const last = await standingAt(store.db, repository);
  return last === null || dayIn(last.timezone, now()) !== last.day;
}
