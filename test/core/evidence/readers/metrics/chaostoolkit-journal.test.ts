import { describe, expect, it } from 'vitest';
import { readMetrics } from './read-metrics.ts';

const state = (met: unknown) => ({ steady_state_met: met, probes: [{}, {}] });
const journal = {
  'chaoslib-version': '1.44.0',
  experiment: { title: 'x', method: [], dry: false },
  start: '2026-01-01T00:00:00',
  status: 'completed',
  deviated: false,
  steady_states: { before: state(true), after: state(true), during: [] },
  run: [{ status: 'succeeded' }, { status: 'failed' }],
  rollbacks: [],
  duration: 1.5,
};

describe('chaostoolkit-journal', () => {
  it('passes an experiment that completed, did not deviate and ended steady', () => {
    const { format, outcome, values } = readMetrics(journal);
    expect({ format, outcome }).toEqual({ format: 'chaostoolkit-journal', outcome: 'ok' });
    expect(values).toMatchObject({
      passed: true,
      completed: true,
      deviated: false,
      'steady_after.met': true,
      'steady_before.probes': 2,
      'run.succeeded': 1,
      'run.failed': 1,
      rollbacks: 0,
      duration_s: 1.5,
    });
  });

  it.each([
    ['deviated', { deviated: true }],
    ['deviated is not said', { deviated: null }],
    ['was aborted', { status: 'aborted' }],
    ['did not end steady', { steady_states: { before: state(true), after: state(false) } }],
    ['has no state after', { steady_states: { before: state(true), after: null } }],
    ['ran nothing', { run: [] }],
    ['was dry', { experiment: { title: 'x', dry: 'activities' } }],
  ])('does not pass one that %s', (_, more) => {
    expect(readMetrics({ ...journal, ...more })).toMatchObject({ outcome: 'ok', values: { passed: false } });
  });

  it.each([
    ['no status', { status: null }],
    ['a deviated that is a word', { deviated: 'no' }],
    ['a state that is a word', { steady_states: { after: state('yes') } }],
  ])('rejects %s', (_, more) => {
    expect(readMetrics({ ...journal, ...more }).outcome).toBe('reject');
  });
});
