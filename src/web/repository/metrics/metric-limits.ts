import { convertUnit, type MetricUnit, unitOfText } from '../../../core/evidence/classify/metric-unit.ts';
import { walkRule } from '../../../core/playbook/walk-rule.ts';
import type { Policy } from '../../../core/policy/policy.ts';

/** What a criterion asks of a figure. */
export interface MetricLimit {
  /** Of the figure. */
  readonly metric: string;
  readonly criterion: string;
  readonly is: string;
  /** Null while its parameter is not set, or no number. */
  readonly value: number | null;
  /** Null where the playbook has the figure itself. */
  readonly parameter: string | null;
  /** A playbook's, for people; null where it has none. */
  readonly unit: string | null;
}

/** Every limit that a criterion of the playbook sets to a figure, in its order; a parameter is named once for each figure. */
export function metricLimits({ playbook, parameters }: Policy): MetricLimit[] {
  const all = playbook.criteria.flatMap(({ id, rule }) =>
    walkRule(rule).flatMap(({ rule: leaf }): MetricLimit[] => {
      if (!('metric' in leaf)) return [];
      const { name, is, than } = leaf.metric;
      const parameter = typeof than === 'number' ? null : than.parameter;
      const value = typeof than === 'number' ? than : parameters[than.parameter];
      const unit = playbook.parameters.find((each) => each.id === parameter)?.unit ?? null;
      return [{ metric: name, criterion: id, is, value: typeof value === 'number' ? value : null, parameter, unit }];
    }),
  );
  return [...new Map(all.map((limit) => [`${limit.metric} ${limit.is} ${limit.parameter ?? limit.value}`, limit])).values()];
}

/** In which unit a figure is shown: that of its limit where the two measure the same, else its own. `scale` turns one into the other. */
export function shownUnit(unit: string | null, limit: MetricLimit | undefined): { readonly unit: string | null; readonly scale: (value: number) => number } {
  const [from, to] = [unitOfText(unit), unitOfText(limit?.unit)];
  if (from !== null && to !== null && from !== to && convertUnit(1, from, to) !== null) return { unit: to, scale: scaling(from, to) };
  return { unit: unit ?? limit?.unit ?? null, scale: (value) => value };
}

function scaling(from: MetricUnit, to: MetricUnit): (value: number) => number {
  return (value) => convertUnit(value, from, to) ?? value;
}
