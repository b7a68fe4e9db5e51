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
 * out into, below the roots that the report names, as they are, and then by the longest common suffix. A path that fits only
 * when upper and lower case are one is `ambiguous`: it is named, and not picked.
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
    const candidates = candidatesOf(repository, path, reported.sources ?? []);
    if (candidates.length > 0) return settle(candidates, reported);
    const { tree: others, paths } = repository.lower();
    const alike = suffixFits(others, path.toLowerCase()).flatMap((found) => paths.get(found) ?? []);
    return alike.length > 0 ? { kind: 'ambiguous', candidates: alike } : { kind: 'unmapped' };
  };
}

function candidatesOf({ known, roots, tree }: Repository, path: string, sources: readonly string[]): string[] {
  const absolute = path.startsWith('/');
  const placed = absolute
    ? belowRunnerRoot(path)
        .filter((found) => known.has(found))
        .slice(0, 1)
    : roots.map((root) => join(root, path)).filter((found) => known.has(found));
  if (placed.length > 0) return [...new Set(placed)];
  const below = absolute ? [] : sources.map((source) => join(normalisePath(source), path)).filter((source) => !isForeignPath(source));
  const rooted = below.flatMap((source) => rootedFits(tree, source, segmentsOf(path).length));
  const most = Math.max(0, ...rooted.map(({ length }) => length));
  if (most > 0) return [...new Set(rooted.filter(({ length }) => length === most).map((fit) => fit.path))];
  return known.has(path) ? [path] : suffixFits(tree, path);
}

/** Files that a path below a source root means: more of it fits than the path alone, and either is the other's suffix. */
function rootedFits(tree: PathTree, source: string, least: number): { length: number; path: string }[] {
  const segments = segmentsOf(source);
  const { wholes, deepest } = tree(segments);
  if (deepest.length > least && deepest.length === segments.length) return deepest.paths.map((path) => ({ length: deepest.length, path }));
  return wholes.filter(({ length }) => length > least).slice(0, 1);
}

/** The files with the longest common suffix, where it is worth believing: a whole path, or at least folder and name. */
function suffixFits(tree: PathTree, path: string): string[] {
  const segments = segmentsOf(path);
  const { deepest } = tree(segments);
  if (deepest.length !== 1) return [...deepest.paths];
  // A file at the repository's root fits every path that ends in its name: only a whole one is believed, below a machine's
  // absolute path or a Go module's name.
  const believed = segments.length === 1 || path.startsWith('/') || isModuleRoot(segments);
  return deepest.paths.filter((candidate) => (candidate.includes('/') ? segments.length === 1 : believed));
}

/** A Go import path of a file in the module's own folder: host, one or two names, perhaps a version, file. */
function isModuleRoot(segments: readonly string[]): boolean {
  const names = segments.filter((segment) => !/^v\d+$/.test(segment)).length;
  return (segments.at(-1) ?? '').endsWith('.go') && /^[\w-]+(\.[\w-]+)+$/.test(segments[0] ?? '') && (names === 3 || names === 4);
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
  return root === '' ? path : `${root === '/' ? '' : root}/${path}`;
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}
