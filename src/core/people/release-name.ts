import type { PullFacts } from '../snapshot/facts.ts';

/** A release's name as everybody means it: `v1.4.0`, `Release 1.4.0` and `release-1.4.0` are `1.4.0`. */
export function releaseName(written: string): string {
  return written
    .trim()
    .toLowerCase()
    .replace(/^(?:releases?|versi[oó]n|version)[\s/_-]+/u, '')
    .replace(/^v(?=\d)/, '');
}

/**
 * Whether a release pull request is the one of this name: by its head branch (`release/1.4.0`), or by its milestone's title.
 * Its own title says nothing: whoever wrote it may change it at any time.
 */
export function bearsRelease(pull: Pick<PullFacts, 'head' | 'milestone'>, release: string): boolean {
  const wanted = releaseName(release);
  if (wanted === '') return false;
  const names = [pull.head.ref, pull.head.ref.split('/').at(-1) ?? '', ...(pull.milestone ? [pull.milestone.title] : [])];
  return names.some((name) => releaseName(name) === wanted);
}
