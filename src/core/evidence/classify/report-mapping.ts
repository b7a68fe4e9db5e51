import type { MetricUnit } from './metric-unit.ts';

/** What a configuration says of some reports: which they are, and what they are about. The first mapping that says something of a report counts. */
export interface ReportMapping {
  /** Globs over the report's path in its upload; empty: any. */
  readonly files: readonly string[];
  /** Names or globs of uploads; empty: any. */
  readonly uploads: readonly string[];
  /** Globs over names of test suites; empty: any. */
  readonly suites: readonly string[];
  /** Test type: unit, integration, load, … */
  readonly type: string | null;
  readonly component: string | null;
  /** What was scanned: code, dependencies, secrets, … */
  readonly scan: string | null;
  readonly metrics: readonly MetricMapping[];
}

/** A figure of a report under the name that the playbook knows it by. */
export interface MetricMapping {
  readonly name: string;
  /** Dotted name in the report, as `sprintgate evidence` shows it. */
  readonly path: string;
  readonly unit: MetricUnit | null;
  /** Which way is better; null: not said. */
  readonly direction: 'higher' | 'lower' | null;
}

/** What the step that uploaded reports said of them, with the Action's inputs. The configuration's mapping goes before it. */
export interface EvidenceLabels {
  readonly type: string | null;
  readonly component: string | null;
  readonly scan: string | null;
}
