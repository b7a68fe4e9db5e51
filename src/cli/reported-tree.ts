import type { EvidenceBundle } from '../core/evidence/bundle/bundle.ts';
import { matchGlobs } from '../core/globs/match-globs.ts';
import type { Policy } from '../core/policy/policy.ts';

/**
 * Stands in for the list of the repository's files where no repository is at hand: the files that the reports name. An
 * absolute path of a build machine is cut to the longest end that some component claims.
 */
export function reportedTree(policy: Policy, bundles: readonly EvidenceBundle[]): string[] {
  const claimed = matchGlobs(policy.components.flatMap((component) => component.paths));
  const reported = bundles.flatMap(({ reports }) => reports).flatMap((report) => (report.kind === 'coverage' ? report.files : []));
  return [...new Set(reported.map(({ path }) => repositoryPath(path, policy.evidence.sourceRoots, claimed)))];
}

function repositoryPath(reported: string, roots: readonly string[], claimed: (path: string) => boolean): string {
  const parts = reported
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  for (let start = 0; start < parts.length; start++) {
    const end = parts.slice(start).join('/');
    const candidate = [end, ...roots.map((root) => `${root.replace(/\/$/, '')}/${end}`)].find(claimed);
    if (candidate) return candidate;
  }
  return parts.join('/');
}
