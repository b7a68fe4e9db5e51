import type { MetricValues } from './report.ts';

const mostValues = 5_000;
const longestName = 200;

/** Collects figures under dotted names. What is no finite number is left out and told, since it can prove nothing. */
export interface MetricTally {
  /** Adds a figure, -0 as 0; null and undefined are nothing, `NaN`, infinity and words are noted as left out. */
  set(name: string, value: unknown): void;
  /** `flags` names what was left out: `not-a-number: …`, `too-many-values: …`. */
  end(): { readonly values: MetricValues; readonly flags: readonly string[] };
}

export function metricTally(): MetricTally {
  const values = new Map<string, number | boolean>();
  const left: string[] = [];
  let more = 0;
  return {
    set(name, value) {
      if (value === null || value === undefined) return;
      if (typeof value !== 'boolean' && !(typeof value === 'number' && Number.isFinite(value))) left.push(name.slice(0, longestName));
      else if (values.size >= mostValues && !values.has(name)) more += 1;
      else values.set(name.slice(0, longestName), value === 0 ? 0 : value);
    },
    end() {
      const notNumbers = left.length > 0 ? [`not-a-number: ${left.slice(0, 5).join(', ')}${left.length > 5 ? ` and ${left.length - 5} more` : ''}`] : [];
      const tooMany = more > 0 ? [`too-many-values: ${more} beyond the first ${mostValues} are not read`] : [];
      return { values: Object.fromEntries(values), flags: [...notNumbers, ...tooMany] };
    },
  };
}
