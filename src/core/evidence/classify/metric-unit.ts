/** Units in which figures are written and compared. `ratio` is 0 to 1, `percent` 0 to 100. */
export const metricUnits = ['ratio', 'percent', 'ns', 'us', 'ms', 's', 'requests/s', 'count', 'days'] as const;
export type MetricUnit = (typeof metricUnits)[number];

interface Scale {
  readonly of: 'share' | 'time' | 'rate' | 'count' | 'days';
  /** How many of the unit make one of its kind's largest. */
  readonly parts: number;
}

const scales: Readonly<Record<MetricUnit, Scale>> = {
  ratio: { of: 'share', parts: 1 },
  percent: { of: 'share', parts: 100 },
  s: { of: 'time', parts: 1 },
  ms: { of: 'time', parts: 1_000 },
  us: { of: 'time', parts: 1_000_000 },
  ns: { of: 'time', parts: 1_000_000_000 },
  'requests/s': { of: 'rate', parts: 1 },
  count: { of: 'count', parts: 1 },
  days: { of: 'days', parts: 1 },
};

/** The units of the names that readers give alike, whatever the format; see docs/evidence-formats/metrics.md. */
const known: readonly (readonly [RegExp, MetricUnit])[] = [
  [/^latency\.(p\d+(\.\d+)?|mean|min|max)$/, 'ms'],
  [/^throughput$/, 'requests/s'],
  [/^error-rate$/, 'ratio'],
  [/^data-quality\.missing-values$/, 'percent'],
  [/^data-quality\.schema-violations$/, 'count'],
  [/^load\.duration$/, 's'],
];

/** The unit of a name that readers give themselves; null for every other. */
export function unitOfName(name: string): MetricUnit | null {
  return known.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** A playbook's unit of a parameter, which is a text for people, as a unit to compare in; null when it is none. */
export function unitOfText(text: string | null | undefined): MetricUnit | null {
  if (text === '%') return 'percent';
  return metricUnits.find((unit) => unit === text) ?? null;
}

/**
 * A figure in another unit; null where the two do not measure the same. The result is the double nearest to the decimal
 * quotient or product, so `5` percent compares exactly with a written `0.05`.
 */
export function convertUnit(value: number, from: MetricUnit, to: MetricUnit): number | null {
  const [source, target] = [scales[from], scales[to]];
  if (source.of !== target.of) return null;
  return shiftDecimal(value, Math.round(Math.log10(target.parts / source.parts)));
}

/** Parts are powers of ten: the point is moved in the digits. `0.7 / 100` is 0.006999999999999999, below a written 0.007. */
function shiftDecimal(value: number, places: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** Whether what the unit measures is written in others too: a bare 0.04 may be 4 % or 0.04 %, a bare 2 seconds or milliseconds. */
export function isWrittenInSeveral(unit: MetricUnit): boolean {
  return metricUnits.some((other) => other !== unit && scales[other].of === scales[unit].of);
}
