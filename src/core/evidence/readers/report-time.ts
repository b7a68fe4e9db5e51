import { memberOf } from '../input/json-shape.ts';

/** Names under which tools and teams write when a report was made. */
const names = [
  'timestamp',
  'madeAt',
  'made_at',
  'generatedAt',
  'generated_at',
  'measuredAt',
  'measured_at',
  'createdAt',
  'created_at',
  'evaluated_at',
  'run_time',
];
const isoLike = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}|$)/;

/**
 * When a JSON report says that it was made: a time at its top level, Great Expectations' `meta.run_id.run_time`, or the
 * milliseconds at which an MLflow run ended. Null where it says nothing.
 */
export function reportTime(document: unknown): string | null {
  const run = memberOf(document, 'run') ?? document;
  const ended = Number(memberOf(memberOf(run, 'info'), 'end_time') ?? Number.NaN);
  const said = [...names.map((name) => memberOf(document, name)), memberOf(memberOf(memberOf(document, 'meta'), 'run_id'), 'run_time')];
  const text = said.find((value): value is string => typeof value === 'string' && isoLike.test(value));
  if (text !== undefined) return text.slice(0, 40);
  return ended > 0 && ended < 1e14 ? new Date(ended).toISOString() : null;
}
