import { convertUnit, isWrittenInSeveral, unitOfName, unitOfText } from '../evidence/classify/metric-unit.ts';
import type { MetricUnit } from '../evidence/classify/metric-unit.ts';
import type { DocumentReport, MetricsReport } from '../evidence/report.ts';
import { combineAll } from '../verdict/combine.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { derivedMetrics, pyramidDeviation } from './derived-metrics.ts';
import { awaitedEvidence, evidenceGap } from './evidence-gap.ts';
import { evidenceGapWords } from './evidence-gap-words.ts';
import { evidenceWords } from './evidence-words.ts';
import { notFresh, withEnd } from './measured-when.ts';
import { type MetricWindow, metricWindow } from './metric-window.ts';
import { missingEvidence } from './missing-evidence.ts';
import { pyramidWords } from './pyramid-words.ts';
import { resolveFigure } from './resolve-figure.ts';
import type { Rule } from './rule.ts';
import type { RuleContext } from './rule-context.ts';
import { ruleNode } from './rule-node.ts';
import { missingLevels, sayPyramid } from './say-pyramid.ts';
import { unusableReport } from './unusable-report.ts';

export type MetricRule = Extract<Rule, { metric: unknown }>;

/** A reported number stands in the wanted relation to a figure. Where several reports give it, each must. */
export function evaluateMetricRule(rule: MetricRule, context: RuleContext): Verdict {
  const { name, is, than, within } = rule.metric;
  const say = evidenceWords[context.policy.locale];
  const node = { id: `metric.${name}`, title: say.metric(name) };
  const limit = resolveFigure(than, context.policy);
  if (limit.value === null) return ruleNode({ ...node, verdict: 'cannot-evaluate', code: limit.code, reason: limit.reason, next: limit.next });
  const window = within === undefined ? null : metricWindow(within, context.policy);
  if (window && 'code' in window) return ruleNode({ ...node, verdict: 'cannot-evaluate', ...window });
  const comparison = { name, is, than: limit.value, unit: limitUnit(rule, context), window };
  const reports = context.bundles.flatMap((bundle) => bundle.reports);
  const figures = reports.filter((report): report is FigureReport => report.kind === 'metrics' || report.kind === 'document');
  const giving = figures.filter((report) => report.outcome === 'ok' && Object.hasOwn(report.totals.values, name));
  const derived = giving.length === 0 ? derivedMetrics(context)[name] : undefined;
  const verdicts = derived === undefined ? giving.map((report) => judgeAged(report, comparison, context)) : [judgeShape(derived, comparison, context)];
  const worst = combineAll(verdicts.map((verdict) => verdict.verdict));
  const told = verdicts.find((verdict) => verdict.verdict === worst);
  if (told && worst !== 'pass') return told;
  const unusable = derived === undefined ? mayGive(figures, name, context) : reports.find((report) => report.kind === 'tests' && report.outcome !== 'ok');
  const doubt = unusable ? unusableReport(unusable, node, context.policy.locale) : null;
  if (told) return awaitedEvidence(node, context) ?? doubt ?? evidenceGap(node, context) ?? told;
  const missing = name === pyramidDeviation ? { title: pyramidWords[context.policy.locale].title, upload: missingLevels(context) } : { upload: `\`${name}\`` };
  return doubt ?? missingEvidence({ ...node, code: 'metric.missing', ...missing }, context);
}

/** The one metric that is formed here is of the pyramid. */
function judgeShape(distance: number, comparison: Comparison, context: RuleContext): Verdict {
  return sayPyramid(compare(distance, comparison, context), { distance, allowed: comparison.than }, context);
}

type FigureReport = MetricsReport | DocumentReport;

/** A report that could not be read and may give the figure: any of metrics, and a document where the figure is known to come from such. */
function mayGive(figures: readonly FigureReport[], name: string, { policy }: RuleContext): FigureReport | undefined {
  const isMapped = policy.evidence.reports.some(({ metrics }) => metrics.some((metric) => metric.name === name));
  const formats = new Set(figures.filter(({ totals }) => Object.hasOwn(totals.values, name)).map(({ format }) => format));
  return figures.find((report) => report.outcome !== 'ok' && (report.kind === 'metrics' || isMapped || formats.has(report.format)));
}

interface Comparison {
  readonly name: string;
  readonly is: MetricRule['metric']['is'];
  readonly than: number;
  /** In which the figure that it is compared with is written; null: not said. */
  readonly unit: MetricUnit | null;
  /** How old the measurement may be; null: any age. */
  readonly window: MetricWindow | null;
}

/** The unit of a parameter of the playbook; a figure that a rule writes itself is in the metric's own. */
function limitUnit({ metric }: MetricRule, { policy }: RuleContext): MetricUnit | null {
  const { than } = metric;
  if (typeof than === 'number') return null;
  return unitOfText(policy.playbook.parameters.find((parameter) => parameter.id === than.parameter)?.unit);
}

function judgeAged(report: FigureReport, comparison: Comparison, context: RuleContext): Verdict {
  const { name, window } = comparison;
  const { locale } = context.policy;
  if (window === null) return judge(report, comparison, context);
  const measured = { name, report, window, now: context.now };
  const node = { id: `metric.${name}`, title: evidenceWords[locale].metric(name) };
  return notFresh(measured, node, locale) ?? withEnd(judge(report, comparison, context), measured, locale);
}

function judge(report: FigureReport, comparison: Comparison, context: RuleContext): Verdict {
  const { name } = comparison;
  const say = evidenceWords[context.policy.locale];
  const node = { id: `metric.${name}`, title: say.metric(name) };
  const reported = report.totals.values[name];
  // A yes or no is compared as 1 or 0: `is: '=', than: 1`.
  const value = typeof reported === 'boolean' ? Number(reported) : reported;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return ruleNode({
      ...node,
      verdict: 'cannot-evaluate',
      code: 'metric.not-a-number',
      reason: say.metricNotNumber(name, report.file),
      next: say.unusableNext(report.file),
    });
  }
  const unit = report.units?.[name] ?? unitOfName(name);
  if (unit === null && comparison.unit !== null && isWrittenInSeveral(comparison.unit)) {
    const words = evidenceGapWords[context.policy.locale];
    return ruleNode({
      ...node,
      verdict: 'cannot-evaluate',
      code: 'metric.unit',
      reason: words.metricNoUnit(name, comparison.unit, report.file),
      next: words.metricNoUnitNext(name, report.file),
    });
  }
  const than = unit === null || comparison.unit === null ? comparison.than : convertUnit(comparison.than, comparison.unit, unit);
  if (than === null) {
    const units = { reported: unit ?? '', wanted: comparison.unit ?? '' };
    return ruleNode({
      ...node,
      verdict: 'cannot-evaluate',
      code: 'metric.unit',
      reason: say.metricUnit(name, units, report.file),
      next: say.metricUnitNext(name),
    });
  }
  return compare(value, { ...comparison, than, unit }, context);
}

function compare(value: number, { name, is, than, unit }: Comparison, context: RuleContext): Verdict {
  const say = evidenceWords[context.policy.locale];
  const node = { id: `metric.${name}`, title: say.metric(name) };
  const written = (figure: number) => (unit === null ? String(figure) : `${figure} ${unit}`);
  const wanted = `${is} ${written(than)}`;
  const reason = say.metricReason(name, written(value), wanted);
  if (holds(value, is, than)) return ruleNode({ ...node, verdict: 'pass', code: 'metric.pass', reason });
  return ruleNode({ ...node, verdict: 'fail', code: 'metric.off', reason, next: say.metricNext(name, wanted) });
}

/** Compares as read: neither side is computed with, so no rounding enters. */
function holds(value: number, is: Comparison['is'], than: number): boolean {
  switch (is) {
    case '<':
      return value < than;
    case '<=':
      return value <= than;
    case '>':
      return value > than;
    case '>=':
      return value >= than;
    case '=':
      return value === than;
  }
}
