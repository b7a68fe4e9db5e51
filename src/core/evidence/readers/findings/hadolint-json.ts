import { expectedList } from '../../input/expected-list.ts';
import { memberOf } from '../../input/json-shape.ts';
import type { JsonReader } from '../reader.ts';
import { openScan } from './open-scan.ts';

/** hadolint, `--format json`: a list of failed rules. Levels error (high), warning (medium), info and style (info), told as unscored. */
export const hadolintJson: JsonReader = {
  format: 'hadolint-json',
  kind: 'findings',
  recognises: (document) =>
    Array.isArray(document) &&
    document.length > 0 &&
    document.every(
      (value) =>
        /^(DL|SC)\d{4}$/.test(String(memberOf(value, 'code'))) && typeof memberOf(value, 'level') === 'string' && typeof memberOf(value, 'file') === 'string',
    ),
  read(document) {
    const scan = openScan();
    const rules = expectedList(document, 'rules');
    for (const found of rules)
      scan.find({
        id: memberOf(found, 'code'),
        severity: memberOf(found, 'level'),
        title: memberOf(found, 'message'),
        file: memberOf(found, 'file'),
        line: memberOf(found, 'line'),
      });
    scan.flag(`unscored: ${rules.length} results have no severity; their level counts (error high, warning medium, info and style info)`);
    return scan.end({ tool: 'hadolint' });
  },
};
