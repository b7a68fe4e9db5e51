import { isExpectedUpload } from '../../../evidence/bundle/expected-uploads.ts';
import type { Policy } from '../../../policy/policy.ts';
import type { PullSnapshot } from '../../../snapshot/pull-snapshot.ts';
import { carriedUntil } from './carried-age.ts';

/** When evidence that is carried forward, or could be, becomes too old: ISO times. */
export function carryEnds(policy: Policy, snapshot: Pick<PullSnapshot, 'pulls' | 'earlier'>): string[] {
  const commits = snapshot.pulls.flatMap(({ earlier }) => earlier ?? []);
  return commits.flatMap((commit) => {
    const bundles = snapshot.earlier?.find(({ sha }) => sha === commit.sha)?.evidence.bundles ?? [];
    return policy.components.flatMap((component) => {
      const limits = component.carryForward;
      const own = bundles.filter(({ identity }) => isExpectedUpload(policy, component, identity.uploadName));
      const until = limits && own.length > 0 ? carriedUntil(commit, { bundles: own, limits }) : null;
      return until === null ? [] : [until];
    });
  });
}
