import { expectedList } from '../../input/expected-list.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { isObject, memberOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { JsonReader } from '../reader.ts';
import { openScan } from './open-scan.ts';
import type { Scan } from './open-scan.ts';

/**
 * ESLint, `--format json` (and oxlint, stylelint's compatible writers): a list of files. A finding is a message; `severity` 2 is high, 1 medium, told as unscored.
 * `suppressedMessages` are suppressed. `errorCount` and `warningCount` are recounted; a `fatal` message is a file that was not parsed.
 */
export const eslintJson: JsonReader = {
  format: 'eslint-json',
  kind: 'findings',
  recognises: (document) =>
    Array.isArray(document) &&
    document.length > 0 &&
    document.every((value) => isObject(value) && typeof memberOf(value, 'filePath') === 'string' && Array.isArray(memberOf(value, 'messages'))),
  read(document) {
    const scan = openScan();
    const found = expectedList(document, 'files').reduce((sum, file) => sum + readFile(file, scan), 0);
    if (found > 0) scan.flag(`unscored: ${found} messages have no severity of security; errors count as high, warnings as medium`);
    return scan.end({ tool: 'eslint' });
  },
};

/** Returns how many messages it has. */
function readFile(file: JsonObject, scan: Scan): number {
  const path = String(memberOf(file, 'filePath')).slice(0, 300);
  const messages = expectedList(memberOf(file, 'messages'), 'messages');
  let errors = 0;
  for (const message of messages) {
    const severity = memberOf(message, 'severity');
    if (severity !== 1 && severity !== 2)
      throw new ReportProblem(`a message of ${path} has the severity ${JSON.stringify(severity)?.slice(0, 20)}; expected 1 or 2`);
    if (severity === 2) errors += 1;
    if (memberOf(message, 'fatal') === true) scan.flag(`incomplete-scan: ${path} could not be parsed`);
    scan.find({
      id: memberOf(message, 'ruleId') ?? 'fatal',
      severity: severity === 2 ? 'error' : 'warning',
      title: memberOf(message, 'message'),
      file: path,
      line: memberOf(message, 'line'),
    });
  }
  const declared = memberOf(file, 'errorCount');
  if (typeof declared === 'number' && declared !== errors) scan.flag(`header-disagrees: errorCount ${declared}, counted ${errors} (${path})`);
  expectedList(memberOf(file, 'suppressedMessages'), 'suppressedMessages').forEach(() => scan.suppress());
  return messages.length;
}
