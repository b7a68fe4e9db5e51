import type { Count } from '../../evidence/report.ts';
import type { CoverageMetric } from './component-coverage.ts';
import type { CoverageContext } from './coverage-context.ts';
import type { UnknownFigure } from './figure-state.ts';
import { totalFigure } from './total-verdict.ts';

/** A figure at the base: measured in the unit of the head, not there because the base had no such source, or not known and why. */
export type BaseFigure = { readonly kind: 'measured'; readonly count: Count } | { readonly kind: 'absent' } | UnknownFigure;

/** A component's figure at the base, for one that the head counts in `metric`. */
export function baseFigureOf(
  context: CoverageContext,
  { base, component, metric }: { readonly base: CoverageContext | null; readonly component: string; readonly metric: CoverageMetric },
): BaseFigure {
  if (!base) return noBase(context);
  const state = base.states.find(({ figures }) => figures.component.id === component)?.state;
  if (!state || state.kind === 'absent') return { kind: 'absent' };
  if (state.kind === 'unknown') return ofBase(context, state);
  return state.metric === metric ? { kind: 'measured', count: state.count } : otherUnit(context);
}

/** The total at the base, for a head that counts its own in `metrics`. */
export function baseTotal(
  context: CoverageContext,
  { base, metrics }: { readonly base: CoverageContext | null; readonly metrics: readonly CoverageMetric[] },
): BaseFigure {
  if (!base) return noBase(context);
  if (base.states.every(({ state }) => state.kind === 'absent')) return { kind: 'absent' };
  const total = totalFigure(base);
  if (total.kind === 'unknown') return ofBase(context, total);
  return total.metrics.toSorted().join() === metrics.toSorted().join() ? { kind: 'measured', count: total.count } : otherUnit(context);
}

function noBase({ words, pull }: CoverageContext): UnknownFigure {
  const gap = { kind: 'unknown', verdict: 'cannot-evaluate', code: 'coverage.no-base' } as const;
  if (pull.mergeBase === undefined) return { ...gap, reason: words.baseNotAtHand, next: words.baseNotAtHandNext };
  return { ...gap, reason: words.noBase(pull.base.ref), next: words.noBaseNext };
}

/** What the base lacks cannot be mended there: a commit with evidence has to become the base. */
function ofBase({ words, pull }: CoverageContext, gap: UnknownFigure): UnknownFigure {
  const reason = words.ofBase((pull.mergeBase ?? '').slice(0, 7), gap.reason);
  if (gap.verdict === 'pending') return { ...gap, reason };
  return { kind: 'unknown', verdict: 'cannot-evaluate', code: 'coverage.no-base-figure', reason, next: words.ofBaseNext(pull.base.ref) };
}

function otherUnit({ words, pull }: CoverageContext): UnknownFigure {
  return { kind: 'unknown', verdict: 'cannot-evaluate', code: 'coverage.base-unit', reason: words.baseUnit, next: words.ofBaseNext(pull.base.ref) };
}
