import { expectedList } from '../../input/expected-list.ts';
import { isObject, memberOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { Severity } from '../../report.ts';
import type { JsonReader } from '../reader.ts';
import { openScan } from './open-scan.ts';

/** zegl/kube-score, scorecard/scorecard.go. */
const grades: ReadonlyMap<unknown, Severity | null> = new Map([
  [1, 'critical'],
  [5, 'medium'],
  [7, 'low'],
  [10, null],
]);

/**
 * kube-score, `-o json` version 2 (renderer/json_v2): a finding is a check of an object with a grade below 10: 1 critical, 5 (warning)
 * medium, 7 (almost OK) low. Skipped checks do not count. The same object twice counts once.
 */
export const kubeScoreJson: JsonReader = {
  format: 'kube-score-json',
  kind: 'findings',
  recognises: (document) =>
    Array.isArray(document) &&
    document.length > 0 &&
    document.every(
      (value) => typeof memberOf(value, 'object_name') === 'string' && (Array.isArray(memberOf(value, 'checks')) || isObject(memberOf(value, 'type_meta'))),
    ),
  read(document) {
    const scan = openScan();
    const seen = new Set<string>();
    for (const object of expectedList(document, 'objects')) {
      const name = textOf(memberOf(object, 'object_name')) ?? '';
      const key = JSON.stringify(object);
      if (seen.has(key)) scan.flag(`duplicate: ${name.slice(0, 100)} is reported twice; it counts once`);
      if (seen.has(key)) continue;
      seen.add(key);
      for (const check of expectedList(memberOf(object, 'checks'), 'checks')) {
        const grade = memberOf(check, 'grade');
        if (memberOf(check, 'skipped') === true) continue;
        const severity = grades.get(grade);
        if (severity === undefined)
          throw new ReportProblem(`a check of ${name.slice(0, 100)} has the grade ${JSON.stringify(grade)?.slice(0, 20)}; expected 1, 5, 7 or 10`);
        if (severity !== null)
          scan.find({
            id: memberOf(memberOf(check, 'check'), 'id'),
            severity,
            title: `${name}: ${textOf(memberOf(memberOf(check, 'check'), 'name')) ?? ''}`,
            file: memberOf(object, 'file_name'),
            line: memberOf(object, 'file_row'),
          });
      }
    }
    return scan.end({ tool: 'kube-score' });
  },
};
