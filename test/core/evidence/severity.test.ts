import { describe, expect, it } from 'vitest';
import { severityOfScore } from '../../../src/core/evidence/severity-of-score.ts';
import { severityOf } from '../../../src/core/evidence/severity.ts';

describe('the one scale of severities', () => {
  it.each([
    ['CRITICAL', 'critical'],
    ['High', 'high'],
    ['ERROR', 'high'],
    ['moderate', 'medium'],
    ['Warning', 'medium'],
    ['Negligible', 'low'],
    ['note', 'low'],
    ['Informational', 'info'],
    ['none', 'unknown'],
    ['__proto__', 'unknown'],
    ['', 'unknown'],
    [null, 'unknown'],
    [3, 'unknown'],
  ])('takes %j for %s', (word, severity) => {
    expect(severityOf(word)).toBe(severity);
  });

  it.each([
    ['10.0', 'critical'],
    ['9.0', 'critical'],
    ['8.9', 'high'],
    [7, 'high'],
    ['6.9', 'medium'],
    ['4.0', 'medium'],
    ['3.9', 'low'],
    [0.1, 'low'],
    ['0.0', 'info'],
    ['HIGH', 'high'],
    ['11', null],
    ['-1', null],
    ['NaN', null],
    ['', null],
    ['9,8', null],
    [undefined, null],
  ])('takes the score %j for %s', (score, severity) => {
    expect(severityOfScore(score)).toBe(severity);
  });
});
