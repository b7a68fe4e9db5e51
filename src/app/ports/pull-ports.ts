import { policyContent } from '../../core/policy/policy-content.ts';
import { version } from '../version.ts';
import type { SealedBundle } from '../../core/evidence/bundle/bundle.ts';
import type { PullPorts } from '../../engine/reconcile/ports.ts';
import type { KeptEvidence } from '../../github/artifacts/kept-evidence.ts';
import { readUploads } from '../../github/artifacts/read-uploads.ts';
import { refusalOf } from '../../github/refusal-of.ts';
import { readPullSnapshot, type SnapshotSources } from '../../github/snapshot/read-pull-snapshot.ts';
import { findBundles } from '../../store/evidence/find-bundles.ts';
import { saveBundle } from '../../store/evidence/save-bundle.ts';
import { keepPolicy } from '../../store/ledger/keep-policy.ts';
import { ledgerHead } from '../../store/ledger/ledger-head.ts';
import { findKnownPulls } from '../../store/known/find-known-pulls.ts';
import { listReleases } from '../../store/known/list-releases.ts';
import { noteOverwrittenChecks } from '../../store/known/note-overwritten-checks.ts';
import { markRelease } from '../../store/known/mark-release.ts';
import { listDecisions } from '../../store/people/list-decisions.ts';
import { evidenceHistory } from './evidence-history.ts';
import { openPullFlips } from './open-pull-flips.ts';
import { configMemory, type RepositoryScope } from './repository-scope.ts';

/** GitHub and the store as reconciling a head commit needs them. */
export function pullPorts(scope: RepositoryScope): PullPorts<SealedBundle> {
  const { context, github, repository, name } = scope;
  const { db } = context.store;
  const { evidence } = scope.settings;
  const kept: KeptEvidence<SealedBundle> = {
    known: async ({ repository: owner, id }) => (await findBundles(db, { repository: owner, artifactId: id })).at(-1) ?? null,
    ofTree: ({ repository: owner, tree }) => findBundles(db, { repository: owner, tree }),
    keep: (bundle, artifactId) => saveBundle(db, bundle, artifactId),
  };
  const sources = (): SnapshotSources<SealedBundle> => ({
    github,
    loadPlaybook: scope.settings.loadPlaybook,
    memory: configMemory(db),
    now: context.now(),
    app: { id: context.appId, logins: [scope.botLogin] },
    decisions: async () => ({ decisions: await listDecisions(db, repository.id), unavailable: [] }),
    knownReleases: (id) => listReleases(db, id),
    issuer: scope.settings.issuer,
    readEvidence: (client, input) => readUploads(client, { ...input, kept, open: evidence.open }),
    history: evidenceHistory(db),
    knownPulls: (id) => findKnownPulls(db, id),
    ledgerHead: (id) => ledgerHead(db, id),
  });
  const flipPorts = {
    knownPulls: () => findKnownPulls(db, repository.id),
    readSnapshot: (headSha: string) => readPullSnapshot(sources(), { repository, headSha }),
    judge: evidence.judge,
    engineVersion: version,
  };
  return {
    now: scope.now,
    ledger: scope.ledger,
    engineVersion: version,
    keepPolicy: (policy) => keepPolicy(db, policy.digest, policyContent(policy)),
    apply: scope.apply,
    withLock: context.store.withLock,
    wakeAt: context.wakeAt,
    judge: evidence.judge,
    async headOf(number) {
      try {
        const { data } = await github.rest.pulls.get({ ...name, pull_number: number });
        return { repository, headSha: data.head.sha };
      } catch (error) {
        if (refusalOf(error) === 'absent') return null;
        const known = (await findKnownPulls(db, repository.id)).find((pull) => pull.number === number);
        if (!known) throw error;
        return { repository, headSha: known.headSha };
      }
    },
    readSnapshot: (target) =>
      readPullSnapshot({ ...sources(), flips: (proposed) => openPullFlips(flipPorts, { repository: repository.id, ...proposed }) }, target),
    async noteOverwritten(id, checks) {
      await noteOverwrittenChecks(db, id, checks);
      await context.enqueue([{ key: { kind: 'register', repository: id }, priority: 'later' }]);
    },
    rememberRelease: (id, number) => markRelease(db, id, number),
  };
}
