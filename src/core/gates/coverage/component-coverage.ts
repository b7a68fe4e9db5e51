import { sumCounts } from '../../evidence/coverage/count.ts';
import type { EvidenceState } from '../../evidence/bundle/bundle.ts';
import type { Count, FileCoverage } from '../../evidence/report.ts';
import { fileExtension, isSourceFile } from '../../evidence/coverage/source-files.ts';
import { matchGlobs } from '../../globs/match-globs.ts';
import type { Component, Policy } from '../../policy/policy.ts';
import { componentOf } from './component-of.ts';
import { coverageReports } from './coverage-evidence.ts';
import { coveredFiles } from './covered-files.ts';
import type { AmbiguousFile, CoveredFiles } from './covered-files.ts';
import { isLower } from './meets-floor.ts';

export const coverageMetrics = ['lines', 'statements', 'instructions'] as const;
export type CoverageMetric = (typeof coverageMetrics)[number];

/** What the reports say of one component. */
export interface ComponentFigures {
  readonly component: Component;
  /** Source files of the component in the commit's tree. */
  readonly sources: readonly string[];
  /** Where it has none: the components before it in the configuration that hold all those below its paths. */
  readonly shadowedBy: readonly string[];
  /** Sources that no report mentions. */
  readonly unreported: readonly string[];
  /** Reported files that fit one of the sources and other files equally. */
  readonly ambiguous: readonly AmbiguousFile[];
  readonly files: readonly FileCoverage[];
  /** The one metric that all its reported files have: lines, else statements, else instructions. Null when there is none. */
  readonly metric: CoverageMetric | null;
  readonly count: Count | null;
}

export interface CoverageFigures {
  /** False when GitHub could not list the commit's files: then nothing can be placed. */
  readonly treeKnown: boolean;
  readonly components: readonly ComponentFigures[];
  readonly total: { readonly count: Count | null; readonly metrics: readonly CoverageMetric[] };
  readonly covered: CoveredFiles;
  /** Reported files that could not be placed, or lie outside all components: they only lower the total. */
  readonly doubtful: readonly FileCoverage[];
  /** Source files of the tree that belong to no component. */
  readonly outside: readonly string[];
}

/** Figures per component and in total. Files that cannot be placed, or lie outside, count only where they lower a ratio. */
export function componentCoverage(input: {
  readonly policy: Policy;
  readonly tree: readonly string[] | null;
  readonly evidence: EvidenceState;
}): CoverageFigures {
  const { policy, tree } = input;
  const commit = { tree: tree ?? [], sourceRoots: policy.evidence.sourceRoots };
  const covered = coveredFiles(coverageReports(policy, input.evidence), commit);
  const extensions = new Set([...covered.files.keys()].map(fileExtension).filter((extension) => extension !== ''));
  const sources = (tree ?? []).filter((path) => isSourceFile(path, extensions));
  const coveredFor = (component: Component): CoveredFiles =>
    component.uploads.length === 0 ? covered : coveredFiles(coverageReports(policy, input.evidence, component), commit);
  const ownerOf = componentOf(policy.components);
  const components = policy.components.map((component) => figuresOf({ component, ownerOf }, sources, coveredFor(component)));
  const placed = new Set(components.flatMap((figures) => figures.sources));
  const outside = sources.filter((path) => !placed.has(path));
  const doubtful = doubtfulFiles(components, covered, outside);
  return { treeKnown: tree !== null, components, total: totalOf(components, doubtful), covered, doubtful, outside };
}

/** Tells whether a path lies below a component's paths, also where one before it holds that path. */
export function inComponent(component: Component): (path: string) => boolean {
  return matchGlobs(component.paths, component.exclude);
}

/** Tells whether a component leaves a path out on purpose. */
export function inExclude(component: Component): (path: string) => boolean {
  return matchGlobs(component.exclude);
}

interface Place {
  readonly component: Component;
  readonly ownerOf: (path: string) => Component | null;
}

function figuresOf({ component, ownerOf }: Place, sources: readonly string[], covered: CoveredFiles): ComponentFigures {
  const belongs = (path: string): boolean => ownerOf(path) === component;
  const own = sources.filter(belongs);
  const files = own.flatMap((path) => covered.files.get(path) ?? []);
  const metric = commonMetric(files);
  const ambiguous = covered.ambiguous.filter(({ candidates }) => candidates.some(belongs));
  return {
    component,
    sources: own,
    shadowedBy: own.length > 0 ? [] : [...new Set(sources.filter(inComponent(component)).flatMap((path) => ownerOf(path)?.id ?? []))],
    unreported: own.filter((path) => !covered.files.has(path)),
    ambiguous,
    files,
    metric,
    count: metric
      ? lowest(
          countOf(files, metric),
          countOf(
            ambiguous.map(({ file }) => file),
            metric,
          ),
        )
      : null,
  };
}

/** The first metric that every file with anything to cover has; files with nothing to cover have a say in none. */
function commonMetric(files: readonly FileCoverage[]): CoverageMetric | null {
  const telling = files.filter((file) => coverageMetrics.some((metric) => (file.totals[metric]?.total ?? 0) > 0));
  const tells = (metric: CoverageMetric): boolean => telling.some((file) => (file.totals[metric]?.total ?? 0) > 0);
  return coverageMetrics.find((metric) => tells(metric) && telling.every((file) => file.totals[metric] !== null)) ?? null;
}

/** Each file is of one component, so that it counts once. */
export function totalOf(components: readonly ComponentFigures[], doubtful: readonly FileCoverage[]): CoverageFigures['total'] {
  const counts = new Map<string, Count>();
  const metrics = new Set<CoverageMetric>();
  for (const { files, metric } of components) {
    if (!metric) continue;
    metrics.add(metric);
    for (const file of files) counts.set(file.path, file.totals[metric] ?? { covered: 0, total: 0 });
  }
  const [metric] = metrics;
  if (!metric) return { count: null, metrics: [] };
  return { count: lowest(sumCounts(counts.values()), countOf(doubtful, metric)), metrics: [...metrics] };
}

function doubtfulFiles(components: readonly ComponentFigures[], covered: CoveredFiles, outside: readonly string[]): FileCoverage[] {
  // Tests that are measured, and what a component excludes on purpose, say nothing about the product.
  const excluded = components.map(({ component }) => inExclude(component));
  const foreign = outside.filter((path) => !excluded.some((matches) => matches(path))).flatMap((path) => covered.files.get(path) ?? []);
  return [...foreign, ...covered.unmapped, ...covered.ambiguous.map(({ file }) => file)];
}

function countOf(files: readonly FileCoverage[], metric: CoverageMetric): Count | null {
  return sumCounts(files.map((file) => file.totals[metric]));
}

/** The count with or without the doubtful part, whichever is lower. */
function lowest(count: Count | null, doubtful: Count | null): Count | null {
  const both = sumCounts([count, doubtful]);
  return count && both && count.total > 0 && isLower(both, count) ? both : count;
}
