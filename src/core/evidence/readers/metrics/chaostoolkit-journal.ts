import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { isObject, listOf, memberOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { metricTally } from '../../metric-tally.ts';
import type { MetricTally } from '../../metric-tally.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { givenFigure } from './json-figures.ts';

/**
 * The journal of `chaos run` (Chaos Toolkit, chaoslib 1.x; documented under "The Journal"). `passed` is true only when the
 * experiment completed, did not deviate, and its steady state was met afterwards, with something run and not dry:
 * `completed` alone is no success. `run.<status>` counts the activities of the method, `duration_s` is seconds.
 */
export const chaostoolkitJournal: JsonReader = {
  format: 'chaostoolkit-journal',
  kind: 'metrics',
  recognises: (document) => textOf(memberOf(document, 'chaoslib-version')) !== null && isObject(memberOf(document, 'experiment')),
  read(document): ReportBody {
    const [tally, flags] = [metricTally(), flagList()];
    const status = textOf(memberOf(document, 'status'));
    const deviated = memberOf(document, 'deviated') ?? null;
    if (status === null) throw new ReportProblem('the journal has no status; the experiment did not end');
    if (deviated !== null && typeof deviated !== 'boolean') throw new ReportProblem('deviated is neither true nor false');
    const states = memberOf(document, 'steady_states');
    setSteadyState(tally, 'steady_before', memberOf(states, 'before'));
    const isMet = setSteadyState(tally, 'steady_after', memberOf(states, 'after'));
    const isRun = setActivities(document, tally, flags);
    if (status !== 'completed') flags.add(`status: ${status}`);
    tally.set('completed', status === 'completed');
    tally.set('deviated', deviated);
    tally.set('passed', status === 'completed' && deviated === false && isMet && isRun);
    tally.set('duration_s', givenFigure(memberOf(document, 'duration'), 'duration'));
    const { values, flags: left } = tally.end();
    const [version, start] = [textOf(memberOf(document, 'chaoslib-version')), textOf(memberOf(document, 'start'))];
    return {
      kind: 'metrics',
      outcome: 'ok',
      totals: { values },
      flags: [...flags.list(), ...left],
      tool: `chaoslib ${version?.slice(0, 40) ?? ''}`,
      ...(start ? { madeAt: start.slice(0, 40) } : {}),
    };
  },
};

/** Null where the experiment has no hypothesis, or did not come so far. */
function setSteadyState(tally: MetricTally, name: string, state: unknown): boolean {
  if (state === undefined || state === null) return false;
  const met = memberOf(state, 'steady_state_met');
  if (met !== undefined && met !== null && typeof met !== 'boolean') throw new ReportProblem(`${name}: steady_state_met is neither true nor false`);
  tally.set(`${name}.met`, met);
  tally.set(`${name}.probes`, listOf(memberOf(state, 'probes')).length);
  return met === true;
}

const statuses = ['succeeded', 'failed', 'aborted', 'skipped', 'interrupted'];

/** Whether anything was really done. */
function setActivities(document: unknown, tally: MetricTally, flags: FlagList): boolean {
  const counts = new Map<string, number>();
  const run = listOf(memberOf(document, 'run'));
  for (const activity of run) {
    const given = textOf(memberOf(activity, 'status')) ?? '';
    const status = statuses.includes(given) ? given : 'other';
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  for (const [status, count] of counts) tally.set(`run.${status}`, count);
  tally.set('run.total', run.length);
  tally.set('rollbacks', listOf(memberOf(document, 'rollbacks')).length);
  const dry = memberOf(memberOf(document, 'experiment'), 'dry');
  const isDry = dry === true || (typeof dry === 'string' && dry !== '');
  if (run.length === 0) flags.add('empty-run: no activity of the method was run');
  if (isDry) flags.add('dry-run: the activities were not really run');
  return run.length > 0 && !isDry;
}
