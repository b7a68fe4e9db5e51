import { expectedList } from '../../input/expected-list.ts';
import { isObject, memberOf, textOf } from '../../input/json-shape.ts';
import type { JsonReader } from '../reader.ts';
import { openScan } from './open-scan.ts';

/**
 * `pip-audit -f json`: `{dependencies, fixes}` since 2.5, a bare list of dependencies before (pip_audit/_format/json.py). A finding
 * is a vulnerability of a dependency. The format has no severity: all are unknown. Dependencies with a `skip_reason` were not
 * audited and are told. No dependency at all is empty.
 */
export const pipAuditJson: JsonReader = {
  format: 'pip-audit-json',
  kind: 'findings',
  recognises(document) {
    if (Array.isArray(document)) return document.length > 0 && document.every(isDependency);
    const dependencies = memberOf(document, 'dependencies');
    if (!Array.isArray(dependencies)) return false;
    return dependencies.length > 0
      ? dependencies.every(isDependency)
      : Array.isArray(memberOf(document, 'fixes')) || Object.keys(document as object).length === 1;
  },
  read(document) {
    const scan = openScan();
    const dependencies = expectedList(Array.isArray(document) ? document : memberOf(document, 'dependencies'), 'dependencies');
    let skipped = 0;
    for (const dependency of dependencies) {
      const name = textOf(memberOf(dependency, 'name')) ?? '';
      if (Object.hasOwn(dependency, 'skip_reason')) {
        skipped += 1;
        scan.flag(`skipped: ${name.slice(0, 80)} was not audited: ${(textOf(memberOf(dependency, 'skip_reason')) ?? '').slice(0, 120)}`);
      }
      for (const found of expectedList(memberOf(dependency, 'vulns'), 'dependencies[].vulns'))
        scan.find({
          id: memberOf(found, 'id'),
          severity: null,
          title: `${name} ${textOf(memberOf(dependency, 'version')) ?? ''}: ${textOf(memberOf(found, 'description')) ?? textOf(memberOf(found, 'id')) ?? ''}`,
        });
    }
    return scan.end({ tool: 'pip-audit', outcome: dependencies.length === skipped ? 'empty' : 'ok' });
  },
};

function isDependency(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof memberOf(value, 'name') === 'string' &&
    (Array.isArray(memberOf(value, 'vulns')) || typeof memberOf(value, 'skip_reason') === 'string')
  );
}
