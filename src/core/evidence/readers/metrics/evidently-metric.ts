import { isObject, memberOf, objectOf, textOf } from '../../input/json-shape.ts';
import type { JsonObject } from '../../input/json-shape.ts';

/** One metric of Evidently 0.7 and later. */
export interface EvidentlyMetric {
  /** Name of its class, e.g. `ValueDrift`. */
  readonly type: string;
  /** As the report calls it, with its parameters. */
  readonly name: string;
  readonly parameters: JsonObject;
  readonly value: unknown;
}

/** Null when it is none: `config.type` says it, in early 0.7 only the name, e.g. `ValueDrift(column=age,method=psi)`. */
export function evidentlyMetric(entry: unknown): EvidentlyMetric | null {
  const name = textOf(memberOf(entry, 'metric_name')) ?? textOf(memberOf(entry, 'metric_id'));
  const config = memberOf(entry, 'config');
  const type = textOf(memberOf(config, 'type'));
  const value = memberOf(entry, 'value');
  if (type?.startsWith('evidently:')) return { type: type.slice(type.lastIndexOf(':') + 1), name: name ?? type, parameters: objectOf(config), value };
  const call = /^(\w{1,100})\((.*)\)$/s.exec(name ?? '');
  if (name === null || !call) return null;
  // A metric class of the team's own has another type, and the same form.
  const parameters = isObject(config) ? config : parametersIn(call[2] ?? '');
  return { type: call[1] ?? '', name, parameters, value };
}

/** A column's name may hold commas: a parameter begins at a comma, a word and an equals sign. */
function parametersIn(text: string): JsonObject {
  const pairs = text.split(/,\s*(?=\w{1,60}=)/).map((pair) => {
    const at = pair.indexOf('=');
    const value = pair.slice(at + 1);
    return [pair.slice(0, at), /^-?\d+(\.\d+)?(e-?\d+)?$/i.test(value) && !pair.startsWith('column=') ? Number(value) : value] as const;
  });
  return Object.fromEntries(pairs.filter(([key]) => key !== ''));
}
