import { describe, expect, it } from 'vitest';
import { letsThrough } from '../../../src/core/verdict/lets-through.ts';

describe('a change goes through', () => {
  it('when every gate passes or does not apply', () => expect(letsThrough([{ verdict: 'pass' }, { verdict: 'not-applicable' }])).toBe(true));
  it('when a gate that only warns fails', () => expect(letsThrough([{ verdict: 'pass' }, { verdict: 'fail', enforcement: 'warn' }])).toBe(true));
  it('not when a gate that blocks is still pending', () => expect(letsThrough([{ verdict: 'pending', enforcement: 'block' }])).toBe(false));
  it('not when a gate cannot be evaluated', () => expect(letsThrough([{ verdict: 'pass' }, { verdict: 'cannot-evaluate' }])).toBe(false));
  it('not when nothing was judged', () => expect(letsThrough([])).toBe(false));
});
