import { version } from '../version.ts';
import type { SealedBundle } from '../../core/evidence/bundle/bundle.ts';
import type { PullPorts } from '../../engine/reconcile/ports.ts';
import { refusalOf } from '../../github/refusal-of.ts';
import { findKnownPulls } from '../../store/known/find-known-pulls.ts';
import { noteOverwrittenChecks } from '../../store/known/note-overwritten-checks.ts';
import { markRelease } from '../../store/known/mark-release.ts';
import type { RepositoryScope } from './repository-scope.ts';
import { snapshotReader } from './snapshot-reader.ts';
import { policyKeeper } from './policy-keeper.ts';

/** GitHub and the store as reconciling a head commit needs them. */
export function pullPorts(scope: RepositoryScope): PullPorts<SealedBundle> {
  const { context, github, repository, name, settings } = scope;
  const { db } = context.store;
  const byLooks = settings.looks !== 'rest';
  return {
    now: scope.now,
    ledger: scope.ledger,
    engineVersion: version,
    keepPolicy: policyKeeper(db),
    apply: scope.apply,
    withLock: context.store.withLock,
    wakeAt: context.wakeAt,
    judge: settings.evidence.judge,
    async headOf(number) {
      const heard = byLooks ? (await findKnownPulls(db, repository.id)).find((pull) => pull.number === number) : undefined;
      if (heard) return { repository, headSha: heard.headSha, asked: number };
      try {
        const { data } = await github.rest.pulls.get({ ...name, pull_number: number });
        return { repository, headSha: data.head.sha, ...(byLooks ? { asked: number } : {}) };
      } catch (error) {
        if (refusalOf(error) === 'absent') return null;
        const known = (await findKnownPulls(db, repository.id)).find((pull) => pull.number === number);
        if (!known) throw error;
        return { repository, headSha: known.headSha };
      }
    },
    ...snapshotReader(scope),
    async noteOverwritten(id, checks) {
      await noteOverwrittenChecks(db, id, checks);
      await context.enqueue([{ key: { kind: 'register', repository: id }, priority: 'later' }]);
    },
    rememberRelease: (id, number) => markRelease(db, id, number),
  };
}
