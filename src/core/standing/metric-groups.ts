export const metricGroupIds = [
  'roi',
  'adoption',
  'impact',
  'latency',
  'errors',
  'throughput',
  'load',
  'availability',
  'performance',
  'drift',
  'fairness',
  'data-quality',
] as const;
export type MetricGroupId = (typeof metricGroupIds)[number];

interface MetricGroup {
  readonly id: MetricGroupId;
  readonly names: RegExp;
  /** A name under which it is usually brought. */
  readonly example: string;
}

/** What a figure tells, by its name; the first that fits. Names are those of the readers, of the playbook, or the team's own mapping. */
const groups: readonly MetricGroup[] = [
  { id: 'roi', names: /(^|[._-])roi([._-]|$)/, example: 'business.roi' },
  { id: 'adoption', names: /(^|[._-])adoption([._-]|$)|^(users|nps)([._-]|$)/, example: 'business.adoption' },
  { id: 'impact', names: /^business([._-]|$)/, example: 'business.metric' },
  { id: 'latency', names: /^(pilot\.)?latency\./, example: 'latency.p95' },
  { id: 'errors', names: /^(pilot\.)?error-rate$/, example: 'error-rate' },
  { id: 'throughput', names: /^(throughput|requests)$/, example: 'throughput' },
  { id: 'load', names: /^load\./, example: 'load.users' },
  { id: 'availability', names: /^(availability|uptime)([._-]|$)/, example: 'availability' },
  { id: 'drift', names: /^(drift\.|dataset_drift|drifted_columns)|^performance\.decay$/, example: 'drift.prediction' },
  { id: 'fairness', names: /^fairness([._-]|$)/, example: 'fairness.gap' },
  { id: 'data-quality', names: /^data-quality\./, example: 'data-quality.missing-values' },
  {
    id: 'performance',
    names: /^(model|robustness|safety)\.|^(accuracy|precision|recall|f1|auc|roc_auc|rmse|mae|mape|r2|log_loss)([._-]|$)/,
    example: 'model.performance',
  },
];

/** The group of a figure; null for one that belongs to no view. */
export function metricGroup(id: string): MetricGroupId | null {
  return groups.find(({ names }) => names.test(id))?.id ?? null;
}

export function exampleOf(id: MetricGroupId): string {
  return groups.find((group) => group.id === id)?.example ?? id;
}
