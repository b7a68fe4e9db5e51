import { expectedList } from '../../input/expected-list.ts';
import { isObject, memberOf, textOf } from '../../input/json-shape.ts';
import type { JsonReader } from '../reader.ts';
import { compareSeverities } from './compare-severities.ts';
import { openScan } from './open-scan.ts';

/**
 * Bandit, `-f json` (bandit/formatters/json.py). A finding is a result; severities LOW, MEDIUM, HIGH, and UNDEFINED, which is
 * unknown; the confidence is not used. `metrics._totals` is recounted. Files in `errors` were not scanned. `# nosec` comments
 * are counted by lines of code, not by findings, so they are told and not `suppressed`.
 */
export const banditJson: JsonReader = {
  format: 'bandit-json',
  kind: 'findings',
  recognises(document) {
    const results = memberOf(document, 'results');
    return (
      Array.isArray(results) && (isObject(memberOf(memberOf(document, 'metrics'), '_totals')) || typeof memberOf(results[0], 'issue_severity') === 'string')
    );
  },
  read(document) {
    const scan = openScan();
    for (const found of expectedList(memberOf(document, 'results'), 'results'))
      scan.find({
        id: memberOf(found, 'test_id'),
        severity: memberOf(found, 'issue_severity'),
        title: memberOf(found, 'issue_text'),
        file: memberOf(found, 'filename'),
        line: memberOf(found, 'line_number'),
      });
    for (const error of expectedList(memberOf(document, 'errors'), 'errors'))
      scan.flag(
        `incomplete-scan: ${(textOf(memberOf(error, 'filename')) ?? '').slice(0, 120)} was not scanned: ${(textOf(memberOf(error, 'reason')) ?? '').slice(0, 120)}`,
      );
    const totals = memberOf(memberOf(document, 'metrics'), '_totals');
    const nosec = memberOf(totals, 'nosec');
    if (typeof nosec === 'number' && nosec > 0) scan.flag(`nosec: ${nosec} lines are left out by comments`);
    if (memberOf(totals, 'loc') === 0) scan.flag('nothing-scanned: no line of code was scanned');
    const report = scan.end({ tool: 'bandit', madeAt: memberOf(document, 'generated_at') });
    return compareSeverities(report, {
      high: memberOf(totals, 'SEVERITY.HIGH'),
      medium: memberOf(totals, 'SEVERITY.MEDIUM'),
      low: memberOf(totals, 'SEVERITY.LOW'),
    });
  },
};
