import { flagList } from '../input/flag-list.ts';
import type { CoverageReport } from '../report.ts';
import { mapPaths } from './map-paths.ts';

/**
 * The report with the paths of a repository in place of its own. What cannot be placed keeps its path and its part of the
 * totals, and is flagged: `unmapped-path: …`, `ambiguous-path: …`.
 */
export function placeReport(report: CoverageReport, tree: readonly string[], sourceRoots: readonly string[]): CoverageReport {
  const place = mapPaths(tree, sourceRoots);
  const flags = flagList();
  const files = report.files.map((file) => {
    const at = place({ path: file.path, group: file.group, sources: report.sources });
    if (at.kind === 'mapped') return { ...file, path: at.path };
    if (at.kind === 'unmapped') flags.add(`unmapped-path: ${file.path}`);
    else flags.add(`ambiguous-path: ${file.path} (${at.candidates.slice(0, 3).join(', ')}${at.candidates.length > 3 ? ', …' : ''})`);
    return file;
  });
  return { ...report, files, flags: [...report.flags, ...flags.list()] };
}
