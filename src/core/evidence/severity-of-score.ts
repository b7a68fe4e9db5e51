import type { Severity } from './report.ts';
import { severityOf } from './severity.ts';

/**
 * A score from 0 to 10 in the bands of CVSS 3 and of SARIF's `security-severity`: from 9 critical, from 7 high, from 4
 * medium, above 0 low, 0 info. Tools write it as a number, as text, and as a word (`MEDIUM`). Null when it is none of these.
 */
export function severityOfScore(score: unknown): Severity | null {
  const text = typeof score === 'number' ? String(score) : typeof score === 'string' ? score.trim() : '';
  if (!/^\d{1,3}(\.\d{1,20})?$/.test(text)) {
    const named = severityOf(text);
    return named === 'unknown' ? null : named;
  }
  const value = Number(text);
  if (value > 10) return null;
  if (value >= 9) return 'critical';
  if (value >= 7) return 'high';
  if (value >= 4) return 'medium';
  return value > 0 ? 'low' : 'info';
}
