/** The paths of a repository by their segments from the end, so that the longest common suffix is a short walk. */
interface Branch {
  readonly next: Map<string, Branch>;
  /** The path that ends here as a whole. */
  whole: string | null;
}

export interface SuffixFit {
  /** Segments in common. */
  readonly length: number;
  /** The whole repository path is in common. */
  readonly whole: boolean;
  readonly path: string;
}

export interface SuffixFits {
  /** Repository paths that the reported one ends in, the longest first. */
  readonly wholes: readonly SuffixFit[];
  /** The longest common suffix, and the paths that share it: all of them up to a bound. */
  readonly deepest: { readonly length: number; readonly paths: readonly string[] };
}

export type PathTree = (segments: readonly string[]) => SuffixFits;

// Enough to say that a path fits many; nobody reads more.
const mostPaths = 20;

export function pathTree(paths: readonly string[]): PathTree {
  const root: Branch = { next: new Map(), whole: null };
  for (const path of paths) insert(root, path);
  return (segments) => {
    let branch = root;
    let length = 0;
    const wholes: SuffixFit[] = [];
    for (let at = segments.length - 1; at >= 0; at -= 1) {
      const next = branch.next.get(segments[at] ?? '');
      if (!next) break;
      branch = next;
      length += 1;
      if (branch.whole !== null) wholes.unshift({ length, whole: true, path: branch.whole });
    }
    return { wholes, deepest: { length, paths: length === 0 ? [] : below(branch) } };
  };
}

function insert(root: Branch, path: string): void {
  let branch = root;
  const segments = path.split('/');
  for (let at = segments.length - 1; at >= 0; at -= 1) {
    const segment = segments[at] ?? '';
    let next = branch.next.get(segment);
    if (!next) {
      next = { next: new Map(), whole: null };
      branch.next.set(segment, next);
    }
    branch = next;
  }
  branch.whole = path;
}

function below(start: Branch): string[] {
  const paths: string[] = [];
  const open = [start];
  for (let branch = open.pop(); branch && paths.length < mostPaths; branch = open.pop()) {
    if (branch.whole !== null) paths.push(branch.whole);
    // The last in is the first out: turned round, so that paths come in the repository's order.
    open.push(...firstOf(branch.next.values()).toReversed());
  }
  return paths;
}

function firstOf(branches: Iterable<Branch>): Branch[] {
  const first: Branch[] = [];
  for (const branch of branches) {
    first.push(branch);
    if (first.length === mostPaths) break;
  }
  return first;
}
