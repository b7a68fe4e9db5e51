import { componentVerdict } from '../gates/coverage/component-verdict.ts';
import { type CoverageContext, coverageContext } from '../gates/coverage/coverage-context.ts';
import type { ComponentState } from '../gates/coverage/figure-state.ts';
import { totalFigure, totalVerdict } from '../gates/coverage/total-verdict.ts';
import type { GateInput } from '../gates/gate-input.ts';
import type { StandingCoverage } from './standing.ts';

/** Coverage of each component in the configuration's order, then in `total`; nothing where no component is configured. */
export function standingCoverage(input: GateInput): StandingCoverage[] {
  const context = coverageContext(input);
  if (context.states.length === 0) return [];
  return [...context.states.map((state) => ofComponent(context, state)), ofTotal(context)];
}

function ofComponent(context: CoverageContext, component: ComponentState): StandingCoverage {
  const { figures, state } = component;
  const count = state.kind === 'measured' ? state.count : null;
  return {
    component: figures.component.id,
    covered: count?.covered ?? null,
    total: count?.total ?? null,
    floor: figures.component.floor,
    outcome: componentVerdict(context, component).verdict,
    carriedFrom: carriedFrom(context, component),
  };
}

function ofTotal(context: CoverageContext): StandingCoverage {
  const figure = totalFigure(context);
  const count = figure.kind === 'measured' ? figure.count : null;
  const carried = context.states.flatMap((state) => carriedFrom(context, state) ?? []).sort();
  return {
    component: 'total',
    covered: count?.covered ?? null,
    total: count?.total ?? null,
    floor: context.policy.coverage.total.floor,
    outcome: totalVerdict(context).verdict,
    carriedFrom: count === null ? null : (carried[0] ?? null),
  };
}

/** When the commit was made whose evidence stands in for the component; null where its figure is of this commit. */
function carriedFrom({ pull }: CoverageContext, { state }: ComponentState): string | null {
  const sha = state.kind === 'measured' ? state.carried?.sha : undefined;
  return pull.earlier?.find((commit) => commit.sha === sha)?.committedAt ?? null;
}
