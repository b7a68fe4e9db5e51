import type { BundleHead } from '../evidence/bundle/bundle.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';

/**
 * The snapshot of a commit as its deployment is judged: whatever brought it is a release, for this target. The pull requests
 * have the deployed commit as their head, so that an override, which opens one commit, opens no other.
 */
export function deploymentSnapshot<Bundle extends BundleHead>(snapshot: PullSnapshot<Bundle>, target: string): PullSnapshot<Bundle> {
  const { policy, pulls, headSha } = snapshot;
  if (policy.kind !== 'in-force') return snapshot;
  // What is deployed, or stands on a branch, is all of it.
  const { units: _, ...whole } = policy.policy.release;
  const release = { ...whole, target };
  return {
    ...snapshot,
    policy: { ...policy, policy: { ...policy.policy, release } },
    pulls: pulls.map((pull) => ({ ...pull, head: { ...pull.head, sha: headSha } })),
    knownReleases: pulls.map(({ number }) => number),
  };
}
