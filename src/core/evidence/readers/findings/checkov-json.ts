import { expectedList } from '../../input/expected-list.ts';
import { expectedObject } from '../../input/expected-object.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { isObject, listOf, memberOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { JsonReader } from '../reader.ts';
import { openScan } from './open-scan.ts';
import type { Scan } from './open-scan.ts';

/**
 * Checkov 2 and 3, `-o json` (checkov/common/output/report.py): an object, a list of one per framework, or flat counts when nothing was
 * checked. A finding is a failed check; skipped checks are suppressed. Severity is null without an API key: unknown. `summary` is
 * recounted. Files with `parsing_errors` were not checked, and are told.
 */
export const checkovJson: JsonReader = {
  format: 'checkov-json',
  kind: 'findings',
  recognises(document) {
    if (Array.isArray(document)) return document.length > 0 && document.every((part) => isFramework(part) || isFlat(part));
    return isFramework(document) || isFlat(document);
  },
  read(document) {
    const scan = openScan();
    const parts = Array.isArray(document) ? expectedList(document, 'frameworks') : [expectedObject(document, 'report')];
    for (const part of parts) {
      if (isFramework(part)) readFramework(part, scan);
      else readFlat(part, scan);
    }
    const version = memberOf(memberOf(parts[0], 'summary'), 'checkov_version') ?? memberOf(parts[0], 'checkov_version');
    return scan.end({ tool: 'checkov', version });
  },
};

function isFramework(value: unknown): boolean {
  return typeof memberOf(value, 'check_type') === 'string' && isObject(memberOf(value, 'results'));
}

function isFlat(value: unknown): boolean {
  return isObject(value) && ['passed', 'failed', 'skipped', 'checkov_version'].every((name) => Object.hasOwn(value, name));
}

/** Flat counts hold no checks: where they count failed ones, those are not in the report. */
function readFlat(part: JsonObject, scan: Scan): void {
  const failed = memberOf(part, 'failed');
  if (failed !== 0)
    throw new ReportProblem(`it counts ${JSON.stringify(failed)?.slice(0, 20)} failed checks and lists none; let checkov write the whole report again`);
  scan.flag('nothing-checked: checkov found nothing to check');
}

function readFramework(part: JsonObject, scan: Scan): void {
  const results = memberOf(part, 'results');
  const failed = expectedList(memberOf(results, 'failed_checks'), 'failed_checks');
  const skipped = expectedList(memberOf(results, 'skipped_checks'), 'skipped_checks');
  for (const check of failed)
    scan.find({
      id: memberOf(check, 'check_id'),
      severity: memberOf(check, 'severity'),
      title: memberOf(check, 'check_name'),
      file: relative(memberOf(check, 'file_path')),
      line: listOf(memberOf(check, 'file_line_range'))[0],
    });
  skipped.forEach(() => scan.suppress());
  const type = textOf(memberOf(part, 'check_type'))?.slice(0, 40) ?? '';
  for (const [name, counted] of [
    ['failed', failed.length],
    ['skipped', skipped.length],
  ] as const) {
    const declared = memberOf(memberOf(part, 'summary'), name);
    if (typeof declared === 'number' && declared !== counted) scan.flag(`header-disagrees: ${type} ${name} ${declared}, counted ${counted}`);
  }
  const declared = memberOf(memberOf(part, 'summary'), 'failed');
  if (typeof declared === 'number' && declared > 0 && failed.length === 0)
    throw new ReportProblem(`its summary of ${type} counts ${declared} failed checks and its list has none; let checkov write the whole report again`);
  const broken = memberOf(memberOf(part, 'summary'), 'parsing_errors');
  const names = listOf(memberOf(results, 'parsing_errors'));
  if ((typeof broken === 'number' && broken > 0) || names.length > 0)
    scan.flag(`incomplete-scan: ${type} could not read ${names.length || String(broken)} files, e.g. ${String(names[0] ?? '').slice(0, 120)}`);
}

/** Checkov writes paths from the scanned folder with a slash before them. */
function relative(path: unknown): unknown {
  return textOf(path)?.replace(/^\/+/, '');
}
