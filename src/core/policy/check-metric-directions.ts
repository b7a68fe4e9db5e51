import type { Playbook } from '../playbook/playbook-schema.ts';
import { walkRule } from '../playbook/walk-rule.ts';
import type { Config } from './config-schema.ts';
import type { ConfigSource } from './config-source.ts';
import { configWords } from './config-words.ts';
import type { ConfigProblem } from './policy.ts';

/** Figures whose better direction, as the configuration says it, is not the one in which the playbook compares them. */
export function checkMetricDirections(config: Config, playbook: Playbook, source: ConfigSource): ConfigProblem[] {
  const wanted = directionsOf(playbook);
  return (config.evidence?.reports ?? []).flatMap(({ metrics = {} }, index) =>
    Object.entries(metrics).flatMap(([name, { direction }]) => {
      const other = wanted.get(name);
      if (direction === undefined || other === undefined || other === direction) return [];
      return [source.problemAt(['evidence', 'reports', index, 'metrics', name, 'direction'], configWords.otherDirection(name, other))];
    }),
  );
}

/** By metric: which way its rules ask for. One that is asked for both ways has none. */
function directionsOf(playbook: Playbook): ReadonlyMap<string, 'higher' | 'lower'> {
  const found = new Map<string, Set<'higher' | 'lower'>>();
  for (const criterion of playbook.criteria)
    for (const { rule } of walkRule(criterion.rule, [])) {
      if (!('metric' in rule) || rule.metric.is === '=') continue;
      const directions = found.get(rule.metric.name) ?? new Set();
      found.set(rule.metric.name, directions.add(rule.metric.is.startsWith('<') ? 'lower' : 'higher'));
    }
  return new Map(
    [...found].flatMap(([name, directions]) => ([...directions].length === 1 ? [...directions].map((direction) => [name, direction] as const) : [])),
  );
}
