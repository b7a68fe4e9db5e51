import { describe, expect, it } from 'vitest';
import { isWeaker, strongest } from '../../../src/core/verdict/enforcement.ts';
import { gateEntry } from '../../../src/core/verdict/gate-entry.ts';
import type { Verdict } from '../../../src/core/verdict/verdict.ts';

const leaf: Verdict = { id: 'tests.unit', title: 'Unit tests', verdict: 'fail', code: 'tests.failed', reason: '1 of 2 failed', next: 'Mend it.', children: [] };
const waiver = { decision: 'd1', login: 'zoe', reason: 'late', until: '2027-03-01T06:00:00Z' };

describe('a verdict in `--json`', () => {
  it('is its whole tree, each node with its gate, and nothing that is for the check alone', () => {
    const child = { ...leaf, brief: 'short', deadline: '2027-01-28T18:50:00Z' };
    const root = {
      ...leaf,
      id: 'quality',
      verdict: 'pass' as const,
      next: null,
      waivedBy: waiver,
      children: [child],
      gate: 'quality',
      enforcement: 'warn' as const,
    };
    expect(gateEntry(root)).toEqual({
      gate: 'quality',
      id: 'quality',
      title: 'Unit tests',
      verdict: 'pass',
      enforce: 'warn',
      code: 'tests.failed',
      reason: '1 of 2 failed',
      next: null,
      waivedBy: waiver,
      children: [{ ...leaf, gate: 'quality', deadline: '2027-01-28T18:50:00Z' }],
    });
  });

  it('blocks where nothing else is said', () => {
    expect(gateEntry({ ...leaf, gate: 'quality' })).toEqual({ ...leaf, gate: 'quality', enforce: 'block' });
  });
});

describe('what the configuration makes of a gate', () => {
  it.each([
    ['warn', 'block', true],
    ['off', 'warn', true],
    ['block', 'warn', false],
    ['warn', 'warn', false],
  ] as const)('%s is weaker than %s: %s', (a, b, expected) => expect(isWeaker(a, b)).toBe(expected));

  it('of several is the one that binds most, and of none `block`', () => {
    expect(strongest(['off', 'block', 'warn'])).toBe('block');
    expect(strongest(['off', 'warn'])).toBe('warn');
    expect(strongest([])).toBe('block');
  });
});
