import { formatKey, type Key } from '../core/keys/key.ts';
import { reconcileHead, reconcilePull } from '../engine/reconcile/reconcile-pull.ts';
import { reconcileDeploy } from '../engine/reconcile/reconcile-deploy.ts';
import { reconcileInstall } from '../engine/reconcile/reconcile-install.ts';
import { reconcileIssue } from '../engine/reconcile/reconcile-issue.ts';
import { reconcilePolicy } from '../engine/reconcile/reconcile-policy.ts';
import { reconcileRegister } from '../engine/reconcile/reconcile-register.ts';
import { reconcileSeed } from '../engine/reconcile/reconcile-seed.ts';
import { reconcileSprint } from '../engine/reconcile/reconcile-sprint.ts';
import { reconcileStanding } from '../engine/reconcile/reconcile-standing.ts';
import type { Reconcile } from '../engine/work-keys.ts';
import { readMergeGroup } from '../github/snapshot/read-merge-group.ts';
import { findKnownPulls } from '../store/known/find-known-pulls.ts';
import { forgetReads } from '../store/reads/forget-reads.ts';
import { deployPorts } from './ports/deploy-ports.ts';
import { installPorts } from './ports/install-ports.ts';
import { issuePorts } from './ports/issue-ports.ts';
import { policyPorts, seedPorts } from './ports/policy-ports.ts';
import { pullPorts } from './ports/pull-ports.ts';
import { registerPorts } from './ports/register-ports.ts';
import { isSprintDue, sprintPorts } from './ports/sprint-ports.ts';
import { isStandingDue, standingPorts } from './ports/standing-ports.ts';
import { locksWhileOurs, writesWhileOurs } from './ports/while-ours.ts';
import { lookedScope, type ReconcileSettings, repositoryScope, type RepositoryScope } from './ports/repository-scope.ts';
import { seenScope } from './ports/seen-scope.ts';
import type { ReconcileContext } from './reconcile-context.ts';

type RepositoryKey = Exclude<Key, { kind: 'install' | 'standing' }>;

/** The worker's one function: looks at the world for a key and brings GitHub in line. */
export function createReconcile(context: ReconcileContext, settings: ReconcileSettings): Reconcile {
  return async (key, signal) => {
    const ours = locksWhileOurs(context, signal);
    if (key.kind === 'install') {
      const ports = await installPorts(ours, settings, key.installation);
      return reconcileInstall({ ...ports, apply: writesWhileOurs(ports.apply, signal) }, formatKey(key));
    }
    if (key.kind === 'standing') return reconcileStanding(standingPorts(ours, settings, key.repository), key);
    const scope = await openScope(ours, settings, key);
    // Uninstalled between the event and the work: there is nothing that we may do.
    if (scope) await reconcileInRepository({ ...scope, apply: writesWhileOurs(scope.apply, signal) }, key, signal);
  };
}

/** What a key is told at once: all by a look of its own, or first who the repository is. */
async function openScope(context: ReconcileContext, settings: ReconcileSettings, key: RepositoryKey): Promise<RepositoryScope | null> {
  if (key.kind === 'seed' || key.kind === 'deploy') return repositoryScope(context, settings, key.repository);
  const scope = await lookedScope(context, settings, key.repository);
  if (!scope || key.kind === 'pull' || key.kind === 'group') return scope;
  if (key.kind !== 'issue') return seenScope(scope, []);
  const open = await findKnownPulls(context.store.db, key.repository);
  return seenScope(scope, open.some(({ number }) => number === key.number) ? [key.number] : []);
}

async function reconcileInRepository(scope: RepositoryScope, key: RepositoryKey, signal: AbortSignal): Promise<void> {
  const subject = formatKey(key);
  switch (key.kind) {
    case 'pull':
      return reconcilePull(pullPorts(scope), key);
    case 'issue':
      return reconcileIssue(await issuePorts(scope), subject, key.number);
    case 'policy':
      // Every sweep comes by here.
      await forgetReads(scope.context.store.db, scope.repository.id, scope.now().slice(0, 10));
      if (await isSprintDue(scope)) await scope.context.enqueue([{ key: { kind: 'sprint', repository: scope.repository.id }, priority: 'later' }]);
      await reconcilePolicy(policyPorts(scope), subject);
      if (await isStandingDue(scope.context, scope.repository.id))
        await scope.context.enqueue([{ key: { kind: 'standing', repository: scope.repository.id }, priority: 'later' }]);
      return;
    case 'seed':
      // The plan has issues now on which receipts and notices stand, and the comment that announced how long it takes says that it was created.
      if (await reconcileSeed(seedPorts(scope, signal), subject))
        await scope.context.enqueue([
          { key: { kind: 'policy', repository: scope.repository.id }, priority: 'now' },
          { key: { kind: 'register', repository: scope.repository.id }, priority: 'later' },
          { key: { kind: 'standing', repository: scope.repository.id }, priority: 'later' },
          { key: { kind: 'sprint', repository: scope.repository.id }, priority: 'later' },
        ]);
      return;
    case 'register':
      return reconcileRegister(registerPorts(scope), key, subject);
    case 'sprint':
      // An item that was moved may let the pull request that closes it go, or hold it. What a kill leaves unsaid here, the next sweep says.
      if (await reconcileSprint(sprintPorts(scope), key, subject))
        await scope.context.enqueue([
          { open: { repository: scope.repository.id }, priority: 'later' },
          { key: { kind: 'standing', repository: scope.repository.id }, priority: 'later' },
        ]);
      return;
    case 'group': {
      const group = await readMergeGroup(scope.github, scope.name, key.sha);
      return group ? reconcileHead(pullPorts(scope), { key, repository: scope.repository, headSha: key.sha, group }) : undefined;
    }
    case 'deploy':
      return reconcileDeploy(deployPorts(scope), key);
  }
}
