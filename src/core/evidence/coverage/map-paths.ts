import { isForeignPath, normalisePath } from './normalise-path.ts';

/** Where a report's path lies in the repository. Two candidates that fit equally are reported, none is picked. */
export type MappedPath =
  { readonly kind: 'mapped'; readonly path: string } | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] } | { readonly kind: 'unmapped' };

export interface ReportedPath {
  readonly path: string;
  /** Module that the report puts the file in. */
  readonly group?: string | undefined;
  /** Source roots that the report itself names. */
  readonly sources?: readonly string[] | undefined;
}

interface Fit {
  readonly path: string;
  /** Equal trailing segments. */
  readonly length: number;
  /** The whole repository path, or the whole reported path, is the suffix of the other. */
  readonly whole: boolean;
}

/**
 * Maps reported paths to the files of a commit: as they are, below the configured or reported source roots, then by the
 * longest common suffix. Absolute paths of CI machines, Windows separators and Java package paths all come down to that.
 */
export function mapPaths(tree: readonly string[], sourceRoots: readonly string[]): (reported: ReportedPath) => MappedPath {
  const byName = indexByName(tree);
  const known = new Set(tree);
  const roots = sourceRoots.map(normalisePath);
  return (reported) => {
    const path = normalisePath(reported.path);
    if (path === '' || path === '/' || (isForeignPath(path) && !known.has(path))) return { kind: 'unmapped' };
    const below = path.startsWith('/') ? [] : [...new Set(roots.map((root) => join(root, path)).filter((joined) => known.has(joined)))];
    if (below.length > 0) return settle(below, reported);
    const sources = (path.startsWith('/') ? [] : (reported.sources ?? [])).map((source) => join(normalisePath(source), path));
    const rooted = sources
      .filter((source) => !isForeignPath(source))
      .flatMap((source) => bestFits(byName, source).filter((fit) => fit.length > segmentCount(path) && fit.whole));
    if (rooted.length > 0) return settle(longest(rooted), reported);
    if (known.has(path)) return { kind: 'mapped', path };
    return settle(longest(bestFits(byName, path)), reported);
  };
}

function settle(candidates: readonly string[], reported: ReportedPath): MappedPath {
  const [first, ...others] = candidates;
  if (first === undefined) return { kind: 'unmapped' };
  if (others.length === 0) return { kind: 'mapped', path: first };
  const inGroup = reported.group ? candidates.filter((candidate) => `/${candidate}`.includes(`/${reported.group}/`)) : [];
  const [only, ...more] = inGroup;
  return only !== undefined && more.length === 0 ? { kind: 'mapped', path: only } : { kind: 'ambiguous', candidates };
}

function longest(fits: readonly Fit[]): string[] {
  const most = Math.max(0, ...fits.map((fit) => fit.length));
  return [...new Set(fits.filter((fit) => fit.length === most).map((fit) => fit.path))];
}

/** Files of equal name that share a suffix worth believing: a whole path, or at least folder and name. */
function bestFits(byName: ReadonlyMap<string, readonly string[]>, path: string): Fit[] {
  const segments = path.split('/').filter((segment) => segment !== '');
  const candidates = byName.get(segments.at(-1) ?? '') ?? [];
  return candidates
    .map((candidate) => fit(candidate, segments))
    .filter(({ whole, length, path: candidate }) => {
      // A file at the repository's root fits every path that ends in its name: only a machine's absolute path is believed.
      if (!candidate.includes('/')) return segments.length <= 1 || path.startsWith('/');
      return whole || length > 1;
    });
}

function fit(candidate: string, reported: readonly string[]): Fit {
  const own = candidate.split('/');
  let length = 0;
  while (length < own.length && length < reported.length && own.at(-1 - length) === reported.at(-1 - length)) length += 1;
  return { path: candidate, length, whole: length === own.length || length === reported.length };
}

function indexByName(tree: readonly string[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const path of tree) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const paths = index.get(name);
    if (paths) paths.push(path);
    else index.set(name, [path]);
  }
  return index;
}

function join(root: string, path: string): string {
  return root === '' ? path : `${root === '/' ? '' : root}/${path}`;
}

function segmentCount(path: string): number {
  return path.split('/').filter((segment) => segment !== '').length;
}
