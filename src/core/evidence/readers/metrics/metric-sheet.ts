import { flagList } from '../../input/flag-list.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { metricTally } from '../../metric-tally.ts';
import type { MetricValues } from '../../report.ts';

/** Figures of one report as they are collected, with the doubts about them. */
export interface MetricSheet {
  /** Adds a figure that a report may leave out; what is no figure is flagged. */
  set(name: string, value: unknown): void;
  /** Adds a figure that is due: null (Python's NaN) is flagged `nan: …`, anything but a number or a boolean throws. */
  due(name: string, value: unknown): void;
  flag(text: string): void;
  end(): { readonly totals: { readonly values: MetricValues }; readonly flags: readonly string[] };
}

export function metricSheet(): MetricSheet {
  const tally = metricTally();
  const flags = flagList();
  return {
    set: (name, value) => tally.set(name, value),
    due(name, value) {
      if (value === null || value === undefined) return flags.add(`nan: ${name.slice(0, 200)} has no value`);
      if (typeof value !== 'number' && typeof value !== 'boolean')
        throw new ReportProblem(`${name.slice(0, 200)} is ${JSON.stringify(value).slice(0, 60)}; expected a number`);
      tally.set(name, value);
    },
    flag: (text) => flags.add(text),
    end() {
      const { values, flags: left } = tally.end();
      return { totals: { values }, flags: [...flags.list(), ...left] };
    },
  };
}
