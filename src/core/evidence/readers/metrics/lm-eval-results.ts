import { isObject, memberOf, numberOf, objectOf } from '../../input/json-shape.ts';
import type { JsonReader } from '../reader.ts';
import { metricSheet } from './metric-sheet.ts';
import type { MetricSheet } from './metric-sheet.ts';

/**
 * lm-evaluation-harness `results_*.json`: `results.<task>["acc,none"]` since 0.4 (metric and filter), `results.<task>.acc`
 * before (`lm_eval/evaluator.py`, `lm_eval/loggers`). Scores are `tasks.<task>.<metric>` as written; standard errors are
 * `stderr.…`. Groups stand among the tasks with scores of their own and are never averaged here. A run with `--limit` looked
 * at a part of the data: flagged `limited: …`, with `limited` true, since its scores are not valid.
 */
export const lmEvalResults: JsonReader = {
  format: 'lm-eval-results',
  kind: 'metrics',
  recognises(document) {
    const results = memberOf(document, 'results');
    const tasks = isObject(results) && Object.values(results).every((task) => isObject(task));
    return (
      tasks &&
      isObject(memberOf(document, 'versions')) &&
      (isObject(memberOf(document, 'configs')) || isObject(memberOf(document, 'config')) || isObject(memberOf(document, 'n-shot')))
    );
  },
  read(document) {
    const sheet = metricSheet();
    const tasks = Object.entries(objectOf(memberOf(document, 'results')));
    sheet.set('limited', isLimited(sheet, document));
    for (const [task, figures] of tasks) readTask(sheet, task, objectOf(figures));
    const groups = memberOf(document, 'groups');
    sheet.set('has_groups', isObject(groups) && Object.keys(groups).length > 0);
    for (const [task, version] of Object.entries(objectOf(memberOf(document, 'versions')))) sheet.set(`versions.${task}`, numberOf(version));
    for (const [task, shots] of Object.entries(objectOf(memberOf(document, 'n-shot')))) sheet.set(`n_shot.${task}`, numberOf(shots));
    for (const [task, samples] of Object.entries(objectOf(memberOf(document, 'n-samples'))))
      for (const which of ['original', 'effective']) sheet.set(`n_samples.${task}.${which}`, numberOf(memberOf(samples, which)));
    return { kind: 'metrics', outcome: tasks.length === 0 ? 'empty' : 'ok', ...sheet.end(), tool: 'lm-eval' };
  },
};

// Not scores: how the task is printed, and how many samples it had (in newer versions).
const noScores = new Set(['alias', 'name', ' ', 'sample_len', 'sample_count']);

function readTask(sheet: MetricSheet, task: string, figures: Readonly<Record<string, unknown>>): void {
  for (const [metric, value] of Object.entries(figures)) {
    if (noScores.has(metric) || metric.trim() === '') continue;
    if (/_stderr(,|$)/.test(metric)) sheet.set(`stderr.${task}.${metric}`, numberOf(value));
    else if (value === null) sheet.due(`tasks.${task}.${metric}`, null);
    else sheet.set(`tasks.${task}.${metric}`, value);
  }
}

function isLimited(sheet: MetricSheet, document: unknown): boolean {
  const limit = numberOf(memberOf(memberOf(document, 'config'), 'limit'));
  if (limit !== null) sheet.flag(`limited: --limit ${limit}; the scores are not valid`);
  let limited = limit !== null;
  for (const [task, samples] of Object.entries(objectOf(memberOf(document, 'n-samples')))) {
    const [original, effective] = [numberOf(memberOf(samples, 'original')), numberOf(memberOf(samples, 'effective'))];
    if (original === null || effective === null || effective >= original) continue;
    limited = true;
    sheet.flag(`limited: ${task} on ${effective} of ${original} samples; its score is not valid`);
  }
  return limited;
}
