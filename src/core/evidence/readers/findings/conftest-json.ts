import { expectedList } from '../../input/expected-list.ts';
import { isObject, memberOf } from '../../input/json-shape.ts';
import type { JsonReader } from '../reader.ts';
import { openScan } from './open-scan.ts';

/**
 * Conftest, `-o json` (output/json.go): a list of files and their results. Failures are high and warnings medium, told as unscored;
 * exceptions are suppressed. `successes` are a number, and a list with `--trace` in old versions. Files to which no policy applied are
 * `empty`.
 */
export const conftestJson: JsonReader = {
  format: 'conftest-json',
  kind: 'findings',
  recognises: (document) => Array.isArray(document) && document.length > 0 && document.every(isChecked),
  read(document) {
    const scan = openScan();
    let [unscored, checked] = [0, 0];
    for (const file of expectedList(document, 'files')) {
      for (const [name, severity] of [
        ['failures', 'high'],
        ['warnings', 'medium'],
      ] as const)
        for (const found of expectedList(memberOf(file, name), name)) {
          unscored += 1;
          scan.find({
            id: memberOf(memberOf(found, 'metadata'), 'query') ?? memberOf(file, 'namespace') ?? name,
            severity,
            title: memberOf(found, 'msg'),
            file: memberOf(file, 'filename'),
          });
        }
      const exceptions = expectedList(memberOf(file, 'exceptions'), 'exceptions');
      exceptions.forEach(() => scan.suppress());
      const successes = memberOf(file, 'successes');
      checked += exceptions.length + (Array.isArray(successes) ? successes.length : Number(successes ?? 0));
    }
    if (unscored > 0) scan.flag(`unscored: ${unscored} results have no severity; failures count as high, warnings as medium`);
    if (unscored + checked === 0) scan.flag('nothing-checked: no policy applied to any of the files');
    return scan.end({ tool: 'conftest', outcome: unscored + checked === 0 ? 'empty' : 'ok' });
  },
};

function isChecked(value: unknown): boolean {
  if (!isObject(value) || typeof memberOf(value, 'filename') !== 'string') return false;
  return typeof memberOf(value, 'successes') === 'number' || Array.isArray(memberOf(value, 'failures')) || Array.isArray(memberOf(value, 'successes'));
}
