import { expectedList } from '../../input/expected-list.ts';
import { isObject, memberOf } from '../../input/json-shape.ts';
import type { JsonReader } from '../reader.ts';
import { openScan } from './open-scan.ts';

/**
 * gitleaks 7 and 8, `--report-format json`. A finding is a leak, and always critical: a secret in the history is out. Neither the
 * secret nor its line is kept. gitleaks 7 writes `null` when it finds nothing, which names no tool, and is told.
 */
export const gitleaksJson: JsonReader = {
  format: 'gitleaks-json',
  kind: 'findings',
  recognises: (document) => document === null || (Array.isArray(document) && document.length > 0 && document.every(isLeak)),
  read(document) {
    const scan = openScan();
    if (document === null) scan.flag('no-tool: the whole report is `null`, as gitleaks 7 writes it when nothing is found; nothing in it says so');
    for (const leak of expectedList(document, 'leaks')) {
      const rule = memberOf(leak, 'RuleID') ?? memberOf(leak, 'rule');
      scan.find({
        id: rule,
        severity: 'critical',
        title: memberOf(leak, 'RuleID') === undefined ? rule : memberOf(leak, 'Description'),
        file: memberOf(leak, 'File') ?? memberOf(leak, 'file'),
        line: memberOf(leak, 'StartLine') ?? memberOf(leak, 'lineNumber'),
      });
    }
    return scan.end({ tool: 'gitleaks' });
  },
};

function isLeak(value: unknown): boolean {
  if (!isObject(value)) return false;
  const has = (...names: string[]) => names.every((name) => Object.hasOwn(value, name));
  return has('RuleID', 'StartLine') || has('RuleID', 'Fingerprint') || has('rule', 'offender') || (has('rule', 'line', 'commit') && !has('object'));
}
