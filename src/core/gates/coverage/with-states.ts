import { type CoverageFigures, totalOf } from './component-coverage.ts';
import type { ComponentState } from './figure-state.ts';

/** The figures of a commit with the components that are judged, some of which may come from elsewhere, and the total that they make together. */
export function withStates(figures: CoverageFigures, states: readonly ComponentState[]): CoverageFigures {
  const carried = states.flatMap(({ state }) => (state.kind === 'measured' && state.carried ? [state] : []));
  if (carried.length === 0 && states.length === figures.components.length) return figures;
  const components = states.map((state) => state.figures);
  return { ...figures, components, total: totalOf(components, [...figures.doubtful, ...carried.flatMap(({ strange = [] }) => strange)]) };
}
