import type { Severity } from './report.ts';

/** The words of every scanner that is read, in lower case, on the one scale. Documented in docs/evidence-formats/findings.md. */
const words: ReadonlyMap<string, Severity> = new Map([
  ['critical', 'critical'],
  ['blocker', 'critical'],
  ['high', 'high'],
  ['important', 'high'],
  ['error', 'high'],
  ['medium', 'medium'],
  ['moderate', 'medium'],
  ['warning', 'medium'],
  ['warn', 'medium'],
  ['low', 'low'],
  ['minor', 'low'],
  ['negligible', 'low'],
  ['note', 'low'],
  ['info', 'info'],
  ['information', 'info'],
  ['informational', 'info'],
  ['style', 'info'],
]);

/** A scanner's own word on the one scale. No word, and a word that is not known, is `unknown`: never less than it may be. */
export function severityOf(word: unknown): Severity {
  return typeof word === 'string' ? (words.get(word.trim().toLowerCase()) ?? 'unknown') : 'unknown';
}
