import type { ChangedFile } from '../../core/snapshot/facts.ts';

/**
 * The paths of a commit from those of another and from what changed in between. Null where the comparison may speak of
 * submodules: it lists them like files, and a tree does not.
 */
export function deriveTree(base: readonly string[], files: readonly ChangedFile[]): string[] | null {
  if (base.includes('.gitmodules') || files.some(({ path }) => path === '.gitmodules')) return null;
  const paths = new Set(base);
  for (const { path, previousPath, status } of files) {
    if (status === 'removed') paths.delete(path);
    if (status === 'renamed' && previousPath !== null) paths.delete(previousPath);
  }
  for (const { path, status } of files) if (status !== 'removed') paths.add(path);
  return [...paths].sort();
}
