import { isObject, listOf, memberOf, objectOf } from '../../input/json-shape.ts';
import type { JsonReader } from '../reader.ts';
import { metricSheet } from './metric-sheet.ts';

const levels = ['major', 'medium', 'minor'] as const;
const detector =
  /detector$|bias|robust|confidence|performance|spurious|leakage|stochastic|calibration|harmful|stereotyp|hallucinat|disclosure|injection|sycophan|formatting|implausible/i;

/**
 * Giskard 2.x `ScanReport.to_json()` (`giskard/scanner/report.py`): an object of detectors, each with its issues by level.
 * `issues`, `by_level.<level>` and `detectors.<name>` (issues of it). A detector without issues is `{}`: proof that it ran.
 */
export const giskardScanJson: JsonReader = {
  format: 'giskard-scan-json',
  kind: 'metrics',
  recognises(document) {
    if (!isObject(document)) return false;
    const found = Object.entries(document);
    if (!found.every(([, issues]) => isByLevel(issues))) return false;
    // Without an issue only the names can tell that these are detectors.
    const named = found.length > 1 && found.every(([name]) => detector.test(name.slice(0, 100)));
    return named || found.some(([, issues]) => Object.keys(objectOf(issues)).length > 0);
  },
  read(document) {
    const sheet = metricSheet();
    const found = Object.entries(document as Readonly<Record<string, unknown>>);
    const issues = (level: string): number => found.reduce((sum, [, own]) => sum + listOf(memberOf(own, level)).length, 0);
    sheet.set('detectors', found.length);
    sheet.set(
      'issues',
      levels.reduce((sum, level) => sum + issues(level), 0),
    );
    for (const level of levels) sheet.set(`by_level.${level}`, issues(level));
    for (const [name, own] of found)
      sheet.set(
        `detectors.${name}`,
        levels.reduce((sum, level) => sum + listOf(memberOf(own, level)).length, 0),
      );
    return { kind: 'metrics', outcome: 'ok', ...sheet.end(), tool: 'giskard' };
  },
};

function isByLevel(issues: unknown): boolean {
  return isObject(issues) && Object.keys(issues).every((level) => levels.some((known) => known === level) && Array.isArray(issues[level]));
}
