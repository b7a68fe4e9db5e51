import { expectedList } from '../../input/expected-list.ts';
import { listOf, memberOf, textOf } from '../../input/json-shape.ts';
import type { JsonReader } from '../reader.ts';
import { openScan } from './open-scan.ts';

/**
 * Semgrep and Opengrep, `--json` (semgrep_output_v1.atd). A finding is a result; `is_ignored` ones (nosemgrep, triaged) are suppressed.
 * Severities ERROR (high), WARNING (medium), INFO, and since 1.80 LOW, MEDIUM, HIGH, CRITICAL, mixed in a file.
 * What could not be parsed is in `errors`, and told. A run that says that it scanned no file is `empty`, with errors `tool-error`.
 */
export const semgrepJson: JsonReader = {
  format: 'semgrep-json',
  kind: 'findings',
  recognises(document) {
    const results = memberOf(document, 'results');
    if (!Array.isArray(results)) return false;
    return results.length > 0 ? typeof memberOf(results[0], 'check_id') === 'string' : Array.isArray(memberOf(document, 'errors'));
  },
  read(document) {
    const scan = openScan();
    const results = expectedList(memberOf(document, 'results'), 'results');
    for (const found of results) {
      const extra = memberOf(found, 'extra');
      if (memberOf(extra, 'is_ignored') === true) scan.suppress();
      else
        scan.find({
          id: memberOf(found, 'check_id'),
          severity: memberOf(extra, 'severity'),
          title: memberOf(extra, 'message'),
          file: memberOf(found, 'path'),
          line: memberOf(memberOf(found, 'start'), 'line'),
        });
    }
    const errors = listOf(memberOf(document, 'errors'));
    for (const error of errors) scan.flag(`incomplete-scan: ${(textOf(memberOf(error, 'path')) ?? '').slice(0, 120)} ${messageOf(error)}`);
    const about = { tool: 'semgrep', version: memberOf(document, 'version') };
    const scanned = memberOf(memberOf(document, 'paths'), 'scanned');
    if (!Array.isArray(scanned) || scanned.length > 0) return scan.end(about);
    scan.flag('nothing-scanned: no file was scanned');
    if (results.length > 0) return scan.end(about);
    if (errors.length > 0) return scan.end({ ...about, outcome: 'tool-error', error: `no file was scanned: ${messageOf(errors[0])}` });
    return scan.end({ ...about, outcome: 'empty' });
  },
};

function messageOf(error: unknown): string {
  return (textOf(memberOf(error, 'message')) ?? textOf(memberOf(error, 'long_msg')) ?? 'an error').slice(0, 150);
}
