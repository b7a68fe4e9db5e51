import type { ComponentFigures, CoverageMetric } from './component-coverage.ts';

/** Where more coverage is to be had: the component's folder, and its three files with most left to cover. */
export function whereToCover(figures: ComponentFigures, metric: CoverageMetric): { readonly where: string; readonly worst: string } {
  return { where: folder(figures), worst: leastCovered(figures, metric) };
}

/** The fixed part of the component's first path. */
function folder({ component }: ComponentFigures): string {
  const segments = (component.paths[0] ?? '').split('/');
  const until = segments.findIndex((segment) => /[*?{[]/.test(segment));
  const path = (until < 0 ? segments : segments.slice(0, until)).join('/');
  return `\`${path === '' ? component.id : path}\``;
}

function leastCovered(figures: ComponentFigures, metric: CoverageMetric): string {
  return figures.files
    .map((file) => ({ path: file.path, missed: (file.totals[metric]?.total ?? 0) - (file.totals[metric]?.covered ?? 0) }))
    .filter(({ missed }) => missed > 0)
    .sort((a, b) => b.missed - a.missed || (a.path < b.path ? -1 : 1))
    .slice(0, 3)
    .map(({ path, missed }) => `\`${path.replaceAll('`', "'")}\` (${missed})`)
    .join(', ');
}
