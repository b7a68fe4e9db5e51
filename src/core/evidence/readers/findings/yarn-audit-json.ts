import type { JsonObject } from '../../input/json-shape.ts';
import { isObject, memberOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { ReportSink, StreamReader } from '../reader.ts';
import { openScan } from './open-scan.ts';
import { mixedRecordSink } from './mixed-record-sink.ts';

/**
 * `yarn audit --json` of Yarn 1 (`auditAdvisory` lines, one a path, and an `auditSummary`), and `yarn npm audit --json` of Yarn 4 (a line an
 * advisory, `{value, children}`). A finding is an advisory, once, as in `npm-audit-v1-json`. Severities info, low, moderate (medium), high, critical.
 * Yarn 1 without a summary did not finish. Yarn 2 and 3 write the shape of `npm-audit-v1-json`.
 */
export const yarnAuditJson: StreamReader = {
  format: 'yarn-audit-json',
  kind: 'findings',
  recognises: (head) => head.records.some((record) => isAudit(record) || isTree(record)),
  open,
};

function isAudit(record: JsonObject): boolean {
  return ['auditAdvisory', 'auditSummary'].includes(textOf(memberOf(record, 'type')) ?? '') && isObject(memberOf(record, 'data'));
}

function isTree(record: JsonObject): boolean {
  const children = memberOf(record, 'children');
  return (
    typeof memberOf(record, 'value') === 'string' &&
    isObject(children) &&
    (Object.hasOwn(children, 'Severity') || Object.hasOwn(children, 'Deprecation') || Object.hasOwn(children, 'Issue'))
  );
}

function open(): ReportSink {
  const scan = openScan();
  const seen = new Set<string>();
  const sums = { paths: 0, summaries: 0, audits: 0 };
  let problem: string | null = null;
  const once = (id: unknown, line: number): boolean => {
    if (typeof id !== 'number' && typeof id !== 'string') throw new ReportProblem('an advisory has no id', line);
    const known = seen.has(String(id));
    seen.add(String(id));
    return !known;
  };
  const sink = mixedRecordSink(
    (record, line) => {
      const type = memberOf(record, 'type');
      if (type === 'auditSummary') sums.summaries += 1;
      if (type === 'auditAdvisory') {
        const advisory = memberOf(memberOf(record, 'data'), 'advisory');
        [sums.paths, sums.audits] = [sums.paths + 1, sums.audits + 1];
        if (once(memberOf(advisory, 'id'), line))
          scan.find({
            id: memberOf(advisory, 'github_advisory_id') ?? memberOf(advisory, 'id'),
            severity: memberOf(advisory, 'severity'),
            title: `${textOf(memberOf(advisory, 'module_name')) ?? ''}: ${textOf(memberOf(advisory, 'title')) ?? ''}`,
          });
      }
      if (type === 'error') problem ??= textOf(memberOf(record, 'data')) ?? 'an error';
      if (!isTree(record)) return;
      const children = memberOf(record, 'children');
      // Yarn 4 lists deprecated packages among the advisories, without a vulnerability.
      if (!Object.hasOwn(children as object, 'Severity')) return;
      if (once(`${String(memberOf(children, 'ID'))} ${String(memberOf(record, 'value'))}`, line))
        scan.find({
          id: memberOf(children, 'ID'),
          severity: memberOf(children, 'Severity'),
          title: `${String(memberOf(record, 'value'))}: ${textOf(memberOf(children, 'Issue')) ?? ''}`,
        });
    },
    (text) => scan.flag(`other-output: ${text.slice(0, 100)}`),
  );
  return {
    push: (bytes) => sink.push(bytes),
    end() {
      sink.end();
      if (problem !== null && sums.summaries === 0)
        return scan.end({ tool: 'yarn audit', outcome: 'tool-error', error: `yarn audit failed: ${problem.slice(0, 200)}` });
      if (sums.audits > 0 && sums.summaries === 0) scan.flag('incomplete-scan: there is no auditSummary, so the audit did not finish');
      if (sums.paths > seen.size) scan.flag(`paths: ${seen.size} advisories are reached on ${sums.paths} paths; advisories count`);
      return scan.end({ tool: 'yarn audit' });
    },
  };
}
