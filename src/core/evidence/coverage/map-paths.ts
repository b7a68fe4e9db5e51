import { isBelowGoModule, isModuleRoot } from './go-import-path.ts';
import { isBelowKotlinRoot } from './kotlin-path.ts';
import { isForeignPath, normalisePath } from './normalise-path.ts';
import { pathTree } from './path-tree.ts';
import type { PathTree } from './path-tree.ts';
import { belowRunnerRoot } from './runner-root.ts';

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

interface Repository {
  readonly known: ReadonlySet<string>;
  readonly roots: readonly string[];
  readonly tree: PathTree;
  /** In lower case, made when it is first needed; each with the paths as they are. */
  readonly lower: () => { readonly tree: PathTree; readonly paths: ReadonlyMap<string, readonly string[]> };
}

/**
 * Maps reported paths to the files of a commit: below the configured source roots, below the folders that CI services check
 * out into, below the roots that the report names, as they are, and then by their end, where the whole of one path is the end of
 * the other. A path that has only a part in common (folder and name), that leads out of the root with `..`, or that fits only when
 * upper and lower case are one is `ambiguous`: it is named, and not picked.
 */
export function mapPaths(tree: readonly string[], sourceRoots: readonly string[]): (reported: ReportedPath) => MappedPath {
  let lower: ReturnType<Repository['lower']> | null = null;
  const repository: Repository = {
    known: new Set(tree),
    roots: sourceRoots.map(normalisePath),
    tree: pathTree(tree),
    lower: () => (lower ??= lowerCase(tree)),
  };
  return (reported) => {
    const path = normalisePath(reported.path);
    if (path === '' || path === '/' || (isForeignPath(path) && !repository.known.has(path))) return { kind: 'unmapped' };
    const placed = placedBelow(repository, path, reported.sources ?? []);
    if (placed.length > 0) return settle(placed, reported);
    const { sure, alike } = suffixFits(repository, path);
    if (sure.length > 0) return settle(sure, reported);
    return alike.length > 0 ? { kind: 'ambiguous', candidates: alike } : { kind: 'unmapped' };
  };
}

/** What a root says: a configured one, a CI service's, one of the report's own, or the repository's. */
function placedBelow({ known, roots, tree }: Repository, path: string, sources: readonly string[]): string[] {
  const absolute = path.startsWith('/');
  const placed = absolute
    ? belowRunnerRoot(path)
        .filter((found) => known.has(found))
        .slice(0, 1)
    : roots.map((root) => join(root, path)).filter((found) => known.has(found));
  if (placed.length > 0) return [...new Set(placed)];
  const below = absolute ? [] : sources.map((source) => join(normalisePath(source), path)).filter((source) => !isForeignPath(source) && !isOutside(source));
  const rooted = below.flatMap((source) => rootedFits(tree, source, isOutside(path) ? 1 : segmentsOf(path).length));
  const most = Math.max(0, ...rooted.map(({ length }) => length));
  if (most > 0) return [...new Set(rooted.filter(({ length }) => length === most).map((fit) => fit.path))];
  return known.has(path) ? [path] : [];
}

/** Files that a path below a source root means: more of it fits than the path alone, and either is the other's suffix. */
function rootedFits(tree: PathTree, source: string, least: number): { length: number; path: string }[] {
  const segments = segmentsOf(source);
  const { wholes, deepest } = tree(segments);
  if (deepest.length > least && deepest.length === segments.length) return deepest.paths.map((path) => ({ length: deepest.length, path }));
  return wholes.filter(({ length }) => length > least).slice(0, 1);
}

/** Files whose whole path is the end of the reported one, or the reverse; else those that only look alike. */
function suffixFits(repository: Repository, path: string): { sure: readonly string[]; alike: readonly string[] } {
  const segments = segmentsOf(path).filter((segment) => segment !== '..');
  const { wholes, deepest } = repository.tree(segments);
  const alike = (): readonly string[] => {
    if (deepest.length < 2) return alikeInLowerCase(repository, segments);
    return [...new Set([...deepest.paths, ...wholes.slice(0, 1).map((fit) => fit.path)])];
  };
  if (deepest.length === 0 || isOutside(path)) return { sure: [], alike: alike() };
  if (deepest.length === segments.length && !path.startsWith('/')) return { sure: deepest.paths, alike: [] };
  const fits = deepest.paths.length === 1 ? deepest.paths.filter((found) => isWholeFit({ repository, path, segments }, found)) : [];
  return fits.length > 0 ? { sure: fits, alike: [] } : { sure: [], alike: alike() };
}

/** Whether a repository path is the whole end of a reported one, or all of it below the folder of a Go module or a source folder of Kotlin. */
function isWholeFit(reported: { repository: Repository; path: string; segments: readonly string[] }, found: string): boolean {
  const { repository, path, segments } = reported;
  // A file at the repository's root fits every path that ends in its name: it is believed below a Go module's name, and below a
  // machine's absolute path that is not known to lead to another file of the repository.
  if (!found.includes('/')) return (path.startsWith('/') && belowRunnerRoot(path).length === 0) || isModuleRoot(segments);
  if (`/${segments.join('/')}`.endsWith(`/${found}`)) return true;
  return isBelowGoModule(repository.known, segments, found.split('/')) || isBelowKotlinRoot(segments, found.split('/'));
}

/** A path that leads out of the folder it is relative to: which folder it ends in, nobody says. */
function isOutside(path: string): boolean {
  return path === '..' || path.startsWith('../');
}

function alikeInLowerCase(repository: Repository, segments: readonly string[]): string[] {
  const { tree, paths } = repository.lower();
  const { deepest } = tree(segments.map((segment) => segment.toLowerCase()));
  return deepest.length > 1 || deepest.length === segments.length ? deepest.paths.flatMap((found) => paths.get(found) ?? []) : [];
}

function settle(candidates: readonly string[], reported: ReportedPath): MappedPath {
  const [first, ...others] = candidates;
  if (first === undefined) return { kind: 'unmapped' };
  if (others.length === 0) return { kind: 'mapped', path: first };
  const inGroup = reported.group ? candidates.filter((candidate) => `/${candidate}`.includes(`/${reported.group}/`)) : [];
  const [only, ...more] = inGroup;
  return only !== undefined && more.length === 0 ? { kind: 'mapped', path: only } : { kind: 'ambiguous', candidates };
}

function lowerCase(tree: readonly string[]): ReturnType<Repository['lower']> {
  const paths = new Map<string, string[]>();
  for (const path of tree) {
    const same = paths.get(path.toLowerCase());
    if (same) same.push(path);
    else paths.set(path.toLowerCase(), [path]);
  }
  return { tree: pathTree([...paths.keys()]), paths };
}

function join(root: string, path: string): string {
  return normalisePath(root === '' ? path : `${root}/${path}`);
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}
