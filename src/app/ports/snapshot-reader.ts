import type { SealedBundle } from '../../core/evidence/bundle/bundle.ts';
import type { PullSnapshot } from '../../core/snapshot/pull-snapshot.ts';
import type { PullPorts, SnapshotTarget } from '../../engine/reconcile/ports.ts';
import type { KeptEvidence } from '../../github/artifacts/kept-evidence.ts';
import { readUploads } from '../../github/artifacts/read-uploads.ts';
import type { World } from '../../github/look/world.ts';
import { readPullSnapshot, type SnapshotSources } from '../../github/snapshot/read-pull-snapshot.ts';
import { findBundles } from '../../store/evidence/find-bundles.ts';
import { saveBundle } from '../../store/evidence/save-bundle.ts';
import { findKnownPulls } from '../../store/known/find-known-pulls.ts';
import { listReleases } from '../../store/known/list-releases.ts';
import { listDecisions } from '../../store/people/list-decisions.ts';
import { version } from '../version.ts';
import { evidenceHistory } from './evidence-history.ts';
import { lookAround } from './look-around.ts';
import { openPullFlips } from './open-pull-flips.ts';
import { configMemory, type RepositoryScope } from './repository-scope.ts';

/** Reads the world around commits, for looks at pull requests and for what else asks. */
export interface SnapshotReader {
  readonly readSnapshot: PullPorts<SealedBundle>['readSnapshot'];
  /** Head of a pull request as the last look at it showed; null where none told. */
  readonly headSeen: (number: number) => string | null;
  /** The same as a world tells it that somebody has looked at already; left out, REST is asked. */
  readonly read: (target: SnapshotTarget, world?: World) => Promise<PullSnapshot<SealedBundle> | null>;
}

export function snapshotReader(scope: RepositoryScope): SnapshotReader {
  const { context, github, repository, settings } = scope;
  const { db } = context.store;
  const { evidence } = settings;
  const today = () => context.now().slice(0, 10);
  const kept: KeptEvidence<SealedBundle> = {
    known: async ({ repository: owner, id }) => (await findBundles(db, { repository: owner, artifactId: id, usedOn: today() })).at(-1) ?? null,
    ofTree: ({ repository: owner, tree }) => findBundles(db, { repository: owner, tree, usedOn: today() }),
    keep: (bundle, artifactId) => saveBundle(db, bundle, artifactId),
  };
  const sources = (world?: World): SnapshotSources<SealedBundle> => ({
    ...(world ? { world } : {}),
    github,
    loadPlaybook: settings.loadPlaybook,
    memory: configMemory(db),
    now: context.now(),
    pagesUrl: settings.pagesUrl?.() ?? null,
    app: { id: context.appId, logins: [scope.botLogin] },
    decisions: async () => ({ decisions: await listDecisions(db, repository.id), unavailable: [] }),
    knownReleases: (id) => listReleases(db, id),
    issuer: settings.issuer,
    readEvidence: (client, input) => readUploads(client, { ...input, kept, open: evidence.open }),
    history: evidenceHistory(db),
    knownPulls: (id) => findKnownPulls(db, id),
  });
  const flipPorts = {
    knownPulls: () => findKnownPulls(db, repository.id),
    readSnapshot: (headSha: string) => readPullSnapshot(sources(), { repository, headSha }),
    judge: evidence.judge,
    engineVersion: version,
  };
  const heads = new Map<number, string>();
  const read = (target: SnapshotTarget, world?: World) =>
    readPullSnapshot({ ...sources(world), flips: (proposed) => openPullFlips(flipPorts, { repository: repository.id, ...proposed }) }, target);

  /** The pull requests that one look can show, the one that brought us here first; none where REST is asked. */
  async function pullsToSee({ asked, group, headSha }: SnapshotTarget): Promise<readonly number[]> {
    if (settings.looks === 'rest') return [];
    if (group) return group.pulls.toReversed();
    if (asked === undefined) return [];
    const sharing = (await findKnownPulls(db, repository.id)).filter((pull) => pull.headSha === headSha && pull.number !== asked);
    return [asked, ...sharing.map(({ number }) => number)];
  }

  async function readSnapshot(target: SnapshotTarget): Promise<PullSnapshot<SealedBundle> | null> {
    const pulls = await pullsToSee(target);
    if (pulls.length === 0) return read(target);
    const { onLook } = settings;
    const before = onLook ? await read(target).catch(() => null) : null;
    const around = await lookAround(scope, { pulls, headSha: target.headSha });
    if (!around) return null;
    if (target.asked !== undefined && around.headNow !== null) heads.set(target.asked, around.headNow);
    const seen = await read({ ...target, repository: around.repository }, around.world);
    if (onLook) onLook(seen, { before, after: await read({ ...target, repository: around.repository }) });
    return seen;
  }

  return { readSnapshot, read, headSeen: (number) => heads.get(number) ?? null };
}
