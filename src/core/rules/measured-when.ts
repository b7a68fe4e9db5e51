import { reportInstant } from '../evidence/report-instant.ts';
import type { Report } from '../evidence/report.ts';
import type { Locale } from '../playbook/text-schema.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { freshnessWords } from './freshness-words.ts';
import type { MetricWindow } from './metric-window.ts';
import { ruleNode } from './rule-node.ts';

interface Measurement {
  readonly name: string;
  readonly report: Report;
  readonly window: MetricWindow;
  readonly now: string;
}

// Clocks of runners go wrong by minutes, not by more.
const tolerance = 10 * 60_000;

/** Why a measurement does not count as fresh: it is older than its window, says no time, or one that is still to come. Null when it is fresh. */
export function notFresh(measured: Measurement, node: { readonly id: string; readonly title: string }, locale: Locale): Verdict | null {
  const say = freshnessWords[locale];
  const { name, report, window, now } = measured;
  const { file } = report;
  const at = reportInstant(report.madeAt);
  const about = { name, file, madeAt: report.madeAt ?? '', window: window.shown };
  const found = (code: string, reason: string, next: string) => ruleNode({ ...node, verdict: 'cannot-evaluate', code, reason, next });
  if (at === null) return found('metric.no-time', say.noTime(about), say.noTimeNext(file));
  const age = Date.parse(now) - at;
  if (age < -tolerance) return found('metric.future', say.future(about), say.futureNext(file));
  return age > window.length ? found('metric.stale', say.stale(about), say.staleNext(about)) : null;
}

/** A verdict on a fresh measurement, with the time at which it grows too old. */
export function withEnd(verdict: Verdict, { report, window }: Measurement, locale: Locale): Verdict {
  const at = reportInstant(report.madeAt);
  if (at === null || verdict.verdict !== 'pass') return verdict;
  const reason = freshnessWords[locale].fresh(verdict.reason, report.madeAt ?? '', window.shown);
  // A millisecond later: at the end of its window it still counts.
  return { ...verdict, reason, deadline: new Date(at + window.length + 1).toISOString() };
}
