import { flagList } from '../../input/flag-list.ts';
import { isObject, listOf, memberOf, textOf } from '../../input/json-shape.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { metricTally } from '../../metric-tally.ts';
import type { MetricTally } from '../../metric-tally.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { givenFigure, givenRatio } from './json-figures.ts';

/** Milliseconds, save cumulative-layout-shift, which has no unit. */
const vitals = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'speed-index'];
const timings = ['interactive', 'first-meaningful-paint', 'max-potential-fid', 'interaction-to-next-paint', 'server-response-time'];

/**
 * A Lighthouse result (LHR) of version 3 and newer, alone or in an answer of PageSpeed Insights (`lighthouseResult`);
 * documented in Lighthouse's `docs/understanding-results.md`. Scores are 0 to 1, as written; a category without one (its
 * audits failed) is left out and flagged. Metrics are `audits.<id>.numericValue` (`rawValue` before 5). A `runtimeError`
 * other than `NO_ERROR` means that the page was not measured.
 */
export const lighthouseJson: JsonReader = {
  format: 'lighthouse-json',
  kind: 'metrics',
  recognises(document) {
    const result = resultOf(document);
    return (
      textOf(memberOf(result, 'lighthouseVersion')) !== null && (isObject(memberOf(result, 'categories')) || memberOf(result, 'reportCategories') !== undefined)
    );
  },
  read: (document): ReportBody => readResult(resultOf(document)),
};

function resultOf(document: unknown): unknown {
  return memberOf(document, 'lighthouseResult') ?? document;
}

function readResult(result: unknown): ReportBody {
  const [categories, audits] = [memberOf(result, 'categories'), memberOf(result, 'audits')];
  const about = aboutOf(result);
  const failure = runtimeError(result);
  if (failure) return { kind: 'metrics', outcome: 'tool-error', totals: { values: {} }, flags: [], error: { message: failure }, ...about };
  if (!isObject(categories) || !isObject(audits)) throw new ReportProblem('it has no categories and audits; reports before Lighthouse 3 are not read');
  const [tally, flags] = [metricTally(), flagList()];
  let scored = 0;
  for (const [name, category] of Object.entries(categories)) {
    const score = givenRatio(memberOf(category, 'score'), `categories.${name.slice(0, 60)}.score`);
    if (score === null) flags.add(`no-score: ${name}`);
    else scored += 1;
    tally.set(`scores.${name}`, score);
  }
  if (scored === 0)
    return { kind: 'metrics', outcome: 'empty', totals: { values: {} }, flags: [...flags.list(), 'no-scores: no category was scored'], ...about };
  setAudits(audits, tally);
  const warnings = listOf(memberOf(result, 'runWarnings'));
  for (const warning of warnings) flags.add(`run-warning: ${textOf(warning) ?? 'without text'}`);
  const { values, flags: left } = tally.end();
  return { kind: 'metrics', outcome: 'ok', totals: { values }, flags: [...flags.list(), ...left], ...about };
}

function setAudits(audits: JsonObject, tally: MetricTally): void {
  const all = Object.values(audits);
  const mode = (audit: unknown): string | null => textOf(memberOf(audit, 'scoreDisplayMode'));
  tally.set('audits', all.length);
  tally.set(
    'failed_binary_audits',
    all.filter((audit) => mode(audit) === 'binary' && memberOf(audit, 'score') !== 1 && memberOf(audit, 'score') !== null).length,
  );
  tally.set('audits_with_error', all.filter((audit) => mode(audit) === 'error').length);
  const value = (id: string): number | null => {
    const audit = memberOf(audits, id);
    const given = memberOf(audit, 'numericValue') ?? memberOf(audit, 'rawValue');
    return typeof given === 'boolean' ? null : givenFigure(given, `audits.${id}`);
  };
  for (const id of vitals) tally.set(`metrics_ms.${id}`, value(id));
  for (const id of timings) tally.set(`timings_ms.${id}`, value(id));
}

function runtimeError(result: unknown): string | null {
  const error = memberOf(result, 'runtimeError');
  const code = textOf(memberOf(error, 'code'));
  if (!isObject(error) || code === 'NO_ERROR') return null;
  return `Lighthouse could not measure the page: ${[code, textOf(memberOf(error, 'message'))].filter(Boolean).join(': ').slice(0, 300) || 'without a reason'}`;
}

function aboutOf(result: unknown): { tool: string; madeAt?: string } {
  const time = textOf(memberOf(result, 'fetchTime'));
  return { tool: `lighthouse ${textOf(memberOf(result, 'lighthouseVersion'))?.slice(0, 40) ?? ''}`, ...(time ? { madeAt: time.slice(0, 40) } : {}) };
}
