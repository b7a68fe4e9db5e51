import { mapPaths } from '../../evidence/coverage/map-paths.ts';
import type { MappedPath } from '../../evidence/coverage/map-paths.ts';
import { mergeCoverage } from '../../evidence/coverage/merge-coverage.ts';
import type { CoverageReport, FileCoverage } from '../../evidence/report.ts';

export interface AmbiguousFile {
  readonly file: FileCoverage;
  readonly candidates: readonly string[];
}

/** All coverage of a commit by repository path, with what could not be placed. */
export interface CoveredFiles {
  /** By repository path. */
  readonly files: ReadonlyMap<string, FileCoverage>;
  readonly unmapped: readonly FileCoverage[];
  readonly ambiguous: readonly AmbiguousFile[];
  readonly flags: readonly string[];
}

/** Places every reported file in the commit's tree and merges those that several reports cover. */
export function coveredFiles(
  reports: readonly CoverageReport[],
  commit: { readonly tree: readonly string[]; readonly sourceRoots: readonly string[] },
): CoveredFiles {
  const place = mapPaths(commit.tree, commit.sourceRoots);
  const placed = reports.flatMap((report) =>
    report.files.map((file) => ({ file, at: place({ path: file.path, group: file.group, sources: report.sources }) })),
  );
  const mapped = mergeCoverage(placed.flatMap(({ file, at }) => (at.kind === 'mapped' ? [{ ...file, path: at.path }] : [])));
  return {
    files: new Map(mapped.files.map((file) => [file.path, file])),
    unmapped: mergeCoverage(placed.filter(({ at }) => at.kind === 'unmapped').map(({ file }) => file)).files,
    ambiguous: uniteAmbiguous(placed),
    flags: [
      ...mapped.unmergeable.map((path) => `sums-not-united: ${path}`),
      ...(mapped.lowered.length > 0 ? [`counts-not-united: branches, functions or instructions of ${mapped.lowered.length} files; the lower counts`] : []),
    ],
  };
}

function uniteAmbiguous(placed: readonly { file: FileCoverage; at: MappedPath }[]): AmbiguousFile[] {
  const candidates = new Map(placed.flatMap(({ file, at }) => (at.kind === 'ambiguous' ? [[file.path, at.candidates] as const] : [])));
  const files = mergeCoverage(placed.filter(({ at }) => at.kind === 'ambiguous').map(({ file }) => file)).files;
  return files.map((file) => ({ file, candidates: candidates.get(file.path) ?? [] }));
}
