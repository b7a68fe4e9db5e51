import type { Locale } from '../playbook/text-schema.ts';
import type { ReportedCriterion } from './read-criteria.ts';
import { pieChart } from './pie-chart.ts';
import { reportActors } from './report-actors.ts';
import { readinessReportWords } from './readiness-report-words.ts';
import { type Mark, markOf } from './report-state.ts';

/** How many binding criteria stand how. */
export interface Tally {
  readonly held: number;
  readonly waived: number;
  readonly failed: number;
  readonly unknown: number;
  readonly pending: number;
}

/** The sign of each way to stand. */
export const tallySigns: Readonly<Record<keyof Tally, string>> = { held: '✅', waived: '🔵', failed: '❌', unknown: '❓', pending: '⏳' };
// Dark enough for white figures on them, on a light page and on a dark one.
const colors: Readonly<Record<keyof Tally, string>> = { held: '#1a7f37', waived: '#0969da', failed: '#cf222e', unknown: '#6e7781', pending: '#9a6700' };
const kinds = ['held', 'waived', 'failed', 'unknown', 'pending'] as const;

/** Counts the binding criteria. */
export function tally(criteria: readonly ReportedCriterion[]): Tally {
  const letters = criteria.filter(({ binding }) => binding === 'binds').map(markOf);
  const count = (mark: Mark): number => letters.filter((letter) => letter === mark).length;
  return { held: count('p'), waived: count('w'), failed: count('f'), unknown: count('c'), pending: count('e') };
}

/** A bar of so many cells: full only at 100. */
export function textBar(percent: number, cells: number): string {
  const full = Math.floor((percent * cells) / 100);
  return '█'.repeat(full) + '░'.repeat(cells - full);
}

/** The state at a glance: a bar for every reader, counts in words, and a pie where Mermaid is drawn. */
export function reportGauge(criteria: readonly ReportedCriterion[], percent: number, locale: Locale): string {
  const say = readinessReportWords[locale];
  const counts = tally(criteria);
  const present = kinds.filter((kind) => counts[kind] > 0);
  if (present.length === 0) return '';
  const words = present.map((kind) => `${tallySigns[kind]} ${say.slices[kind]}: **${counts[kind]}**`).join(' · ');
  const slices = present.map((kind) => ({ name: say.slices[kind], count: counts[kind], color: colors[kind] }));
  const chart = `<details>\n<summary>${say.chart}</summary>\n\n${pieChart(say.chartTitle, slices)}\n\n</details>`;
  const who = reportActors(criteria, locale);
  return `\`${textBar(percent, 20)}\` **${percent} %** · ${words}${who === '' ? '' : `\n\n${who}`}\n\n${chart}`;
}
