import { textOf } from '../../input/json-shape.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { ReportBody, ReportSink, StreamReader } from '../reader.ts';
import { metricSheet } from './metric-sheet.ts';
import { recordSink } from './record-sink.ts';

const entryTypes = new Set(['start_run setup', 'init', 'attempt', 'eval', 'completion', 'digest', 'config', 'plugin_cache', 'harness_start', 'harness_end']);

/**
 * garak `*.report.jsonl`: lines with `entry_type` (`garak/evaluators/base.py`, `garak/command.py`). An `eval` is one detector
 * on one probe: `passed` of `total_evaluated` (before 0.11 `total`) outputs were harmless. A run without a `completion` or
 * `digest` line was aborted: its passes are of an unknown part of the probes, so it is a tool error.
 */
export const garakReportJsonl: StreamReader = {
  format: 'garak-report-jsonl',
  kind: 'metrics',
  recognises: (head) =>
    head.records.some((record) => entryTypes.has(textOf(record.entry_type) ?? '')) || /^\{"entry_type": ?"(start_run setup|init|attempt)"/.test(head.text),
  open,
};

interface Eval {
  passed: number;
  total: number;
}

function open(): ReportSink {
  const entries = new Map<string, number>();
  const evals = new Map<string, Eval>();
  const sheet = metricSheet();
  const origin = { tool: 'garak', madeAt: '' };
  const read = (record: JsonObject, line: number): void => {
    const type = textOf(record.entry_type);
    if (type === null) throw new ReportProblem('the line has no entry_type; a garak report has one in each', line);
    entries.set(type, (entries.get(type) ?? 0) + 1);
    const version = textOf(record.garak_version);
    if (type === 'init' && version) Object.assign(origin, { tool: `garak ${version.slice(0, 40)}`, madeAt: textOf(record.start_time) ?? '' });
    if (type !== 'eval') return;
    const name = `${textOf(record.probe) ?? '?'}.${(textOf(record.detector) ?? '?').replace(/^detector /, '')}`;
    const found = readEval(record, { name, line });
    if (isCount(record.nones) && record.nones > 0) sheet.flag(`not-evaluated: ${name} has no verdict on ${record.nones} outputs`);
    const known = evals.get(name);
    if (known) sheet.flag(`repeated: ${name} was evaluated more than once; the sum counts`);
    evals.set(name, { passed: found.passed + (known?.passed ?? 0), total: found.total + (known?.total ?? 0) });
  };
  return recordSink(read, (): ReportBody => {
    const complete = entries.has('completion') || entries.has('digest');
    for (const [type, times] of entries) sheet.set(`entry_types.${type}`, times);
    sheet.set('complete', complete);
    const total = setEvals(sheet, evals);
    const body = { kind: 'metrics' as const, ...sheet.end(), tool: origin.tool, ...(origin.madeAt ? { madeAt: origin.madeAt } : {}) };
    if (!complete)
      return { ...body, outcome: 'tool-error', error: { message: 'the run has no completion line: garak was stopped before its end; run it again' } };
    return { ...body, outcome: total === 0 ? 'empty' : 'ok' };
  });
}

function readEval(record: JsonObject, place: { name: string; line: number }): Eval {
  const [passed, total] = [record.passed, record.total_evaluated ?? record.total];
  if (!isCount(passed) || !isCount(total) || passed > total)
    throw new ReportProblem(
      `${place.name.slice(0, 100)}: ${JSON.stringify(passed)?.slice(0, 30)} passed of ${JSON.stringify(total)?.slice(0, 30)} cannot be`,
      place.line,
    );
  return { passed, total };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31;
}

function setEvals(sheet: ReturnType<typeof metricSheet>, evals: ReadonlyMap<string, Eval>): number {
  const sum = { passed: 0, total: 0 };
  for (const { passed, total } of evals.values()) {
    sum.passed += passed;
    sum.total += total;
  }
  sheet.set('passed', sum.passed);
  sheet.set('total', sum.total);
  if (sum.total > 0) sheet.set('pass_rate', sum.passed / sum.total);
  for (const [name, { passed, total }] of evals) {
    sheet.set(`probes.${name}.passed`, passed);
    sheet.set(`probes.${name}.total`, total);
    if (total > 0) sheet.set(`probes.${name}.pass_rate`, passed / total);
    else sheet.flag(`no-samples: ${name} evaluated no output`);
  }
  return sum.total;
}
