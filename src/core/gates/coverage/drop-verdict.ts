import type { Verdict } from '../../verdict/verdict.ts';
import { baseCoverage } from './base-coverage.ts';
import { type BaseFigure, baseFigureOf, baseTotal } from './base-figure.ts';
import type { CoverageMetric } from './component-coverage.ts';
import type { CoverageContext } from './coverage-context.ts';
import { coverageGroup, coverageLeaf, unknownNode } from './coverage-node.ts';
import { type Compared, formatChange, isWithinDrop, missingToDrop, uncovered } from './drop.ts';
import type { ComponentState } from './figure-state.ts';
import { formatBasisPoints, formatRatio } from './format-ratio.ts';
import { totalFigure } from './total-verdict.ts';
import { whereToCover } from './where-to-cover.ts';

// A drop of 100 points is every drop: whoever writes that wants the change shown and asks nothing of it.
const everyDrop = 10_000;

interface Subject {
  readonly place: { readonly id: string; readonly title: string };
  readonly name: string;
  readonly allowed: number;
  readonly metrics: readonly CoverageMetric[];
  readonly where: { readonly where: string; readonly worst: string };
}

/** Judges how far coverage fell since the base, where the policy limits that. Nothing where it does not. */
export function dropVerdicts(context: CoverageContext): Verdict[] {
  const { words, gate, policy } = context;
  const limited = context.states.filter(({ figures }) => isLimited(figures.component.threshold));
  const total = policy.coverage.threshold;
  if (limited.length === 0 && !isLimited(total)) return [];
  const base = baseCoverage(context);
  const children = [
    ...limited.map((state) => componentDrop(context, { base, state })),
    ...(isLimited(total) ? [totalDrop(context, { base, allowed: total })] : []),
  ];
  return [coverageGroup({ id: `${gate}.drop`, title: words.dropTitle }, children, words.allHold)];
}

function isLimited(threshold: number | undefined): threshold is number {
  return (threshold ?? everyDrop) < everyDrop;
}

function componentDrop(context: CoverageContext, { base, state: { figures, state } }: { base: CoverageContext | null; state: ComponentState }): Verdict {
  const { words, gate } = context;
  const { component } = figures;
  const place = { id: `${gate}.drop.component.${component.id}`, title: words.dropOf(component.id) };
  if (state.kind === 'absent') return coverageLeaf({ ...place, verdict: 'not-applicable', code: 'coverage.no-sources', reason: words.noSources(component.id) });
  if (state.kind === 'unknown') return unknownNode(place, state);
  const name = words.briefDrop(component.id);
  const where = whereToCover(figures, state.metric);
  return judge(context, {
    subject: { place, name, allowed: component.threshold ?? everyDrop, metrics: [state.metric], where },
    head: state.count,
    base: baseFigureOf(context, { base, component: component.id, metric: state.metric }),
  });
}

function totalDrop(context: CoverageContext, { base, allowed }: { base: CoverageContext | null; allowed: number }): Verdict {
  const { words, gate, states } = context;
  const place = { id: `${gate}.drop.total`, title: words.dropTotal };
  const total = totalFigure(context);
  if (total.kind === 'unknown') return unknownNode(place, total);
  const where = { where: states.map((state) => `\`${state.figures.component.id}\``).join(', '), worst: '' };
  return judge(context, {
    subject: { place, name: words.briefDrop(words.briefTotal), allowed, metrics: total.metrics, where },
    head: total.count,
    base: baseTotal(context, { base, metrics: total.metrics }),
  });
}

function judge(context: CoverageContext, input: { subject: Subject; head: Compared['head']; base: BaseFigure }): Verdict {
  const { words } = context;
  const { subject, head, base } = input;
  const { place, allowed, metrics } = subject;
  if (base.kind === 'absent') return coverageLeaf({ ...place, verdict: 'not-applicable', code: 'coverage.base-absent', reason: words.baseAbsent });
  if (base.kind === 'unknown') return unknownNode(place, base);
  const compared = { head, base: base.count };
  const units = metrics.map((metric) => words.metric[metric]).join(' + ');
  const sides = words.againstBase({
    now: words.measured(formatRatio(head), head, units),
    before: words.measured(formatRatio(base.count), base.count, units),
    change: formatChange(compared),
    allowed: allowed === 0 ? null : formatBasisPoints(allowed).replace(' %', ''),
  });
  const brief = words.brief(subject.name, formatChange(compared), null);
  if (isWithinDrop(compared, allowed)) return coverageLeaf({ ...place, verdict: 'pass', code: 'coverage.drop-held', reason: sides, brief });
  if (uncovered(head) <= uncovered(base.count))
    return coverageLeaf({
      ...place,
      verdict: 'pass',
      code: 'coverage.drop-by-removal',
      reason: `${sides} ${words.dropByRemoval(uncovered(head), uncovered(base.count))}`,
      brief,
    });
  const missing = missingToDrop(compared, allowed);
  const asking = metrics.map((metric) => (missing === 1 ? words.metricOne : words.metric)[metric]).join(' + ');
  return coverageLeaf({ ...place, verdict: 'fail', code: 'coverage.dropped', reason: sides, next: words.cover(missing, asking, subject.where), brief });
}
