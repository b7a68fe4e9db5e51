import type { Count, FileCoverage } from '../../../../src/core/evidence/report.ts';
import { matchGlobs } from '../../../../src/core/globs/match-globs.ts';
import type { CollectedFacts } from '../collected-facts.ts';

export const measures = ['lines', 'statements', 'instructions'] as const;
export type Measure = (typeof measures)[number];

export interface CoverageGroup {
  /** Component, or folder where there is no configuration; null: files of no component. */
  readonly name: string | null;
  readonly files: number;
  /** One measure for all of its files: two are never added. */
  readonly measure: Measure;
  readonly count: Count;
}

/** Coverage by component of the configuration, or by top folder where there is none; files that cannot be placed are left out. */
export function groupCoverage({ coverage, config }: Pick<CollectedFacts, 'coverage' | 'config'>): CoverageGroup[] {
  const files = [...coverage.files.values()];
  const components = Object.entries(config?.components ?? {}).flatMap(([name, component]) =>
    component ? [{ name, fits: matchGlobs(component.paths, component.exclude) }] : [],
  );
  if (components.length === 0) return byFolder(files);
  const groups = components.flatMap(({ name, fits }) =>
    grouped(
      name,
      files.filter(({ path }) => fits(path)),
    ),
  );
  return [
    ...groups,
    ...grouped(
      null,
      files.filter(({ path }) => !components.some(({ fits }) => fits(path))),
    ),
  ];
}

function byFolder(files: readonly FileCoverage[]): CoverageGroup[] {
  const folders = new Map<string, FileCoverage[]>();
  for (const file of files) {
    const folder = file.path.includes('/') ? file.path.slice(0, file.path.indexOf('/')) : '.';
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return [...folders].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([folder, inside]) => grouped(folder, inside));
}

function grouped(name: string | null, files: readonly FileCoverage[]): CoverageGroup[] {
  const measure = measureOf(files);
  if (measure === null) return [];
  return [{ name, files: files.length, measure, count: sum(files, measure) }];
}

/** The first measure that the files have. */
export function measureOf(files: readonly FileCoverage[]): Measure | null {
  return measures.find((measure) => files.some((file) => (file.totals[measure]?.total ?? 0) > 0)) ?? null;
}

function sum(files: readonly FileCoverage[], measure: Measure): Count {
  const total = { covered: 0, total: 0 };
  for (const file of files) {
    total.covered += file.totals[measure]?.covered ?? 0;
    total.total += file.totals[measure]?.total ?? 0;
  }
  return total;
}
