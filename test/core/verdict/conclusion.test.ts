import { describe, expect, it } from 'vitest';
import { checkState } from '../../../src/core/verdict/conclusion.ts';
import type { Enforcement } from '../../../src/core/verdict/enforcement.ts';
import type { Outcome } from '../../../src/core/verdict/verdict.ts';

const outcomes: readonly Outcome[] = ['pass', 'fail', 'pending', 'not-applicable', 'cannot-evaluate'];

describe('a check that blocks', () => {
  const rows: [Outcome, string][] = [
    ['pass', 'success'],
    ['not-applicable', 'success'],
    ['fail', 'failure'],
    ['cannot-evaluate', 'action_required'],
  ];
  it.each(rows)('concludes %s as %s', (outcome, conclusion) => {
    expect(checkState(outcome, 'block')).toEqual({ status: 'completed', conclusion });
  });

  it('stays in progress while machines work', () => {
    expect(checkState('pending', 'block')).toEqual({ status: 'in_progress' });
  });
});

describe('a check', () => {
  it('that warns always succeeds', () => {
    for (const outcome of outcomes) expect(checkState(outcome, 'warn')).toEqual({ status: 'completed', conclusion: 'success' });
  });

  it('that is off is not posted', () => {
    for (const outcome of outcomes) expect(checkState(outcome, 'off')).toBeNull();
  });

  it('never concludes neutral or skipped, which GitHub lets through', () => {
    const enforcements: readonly Enforcement[] = ['block', 'warn', 'off'];
    const states = outcomes.flatMap((outcome) => enforcements.map((enforce) => checkState(outcome, enforce)));
    const conclusions = new Set(states.flatMap((state) => (state?.status === 'completed' ? [state.conclusion] : [])));
    expect(conclusions).toEqual(new Set(['success', 'failure', 'action_required']));
  });
});
