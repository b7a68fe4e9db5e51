import type { ConfigSource } from './config-source.ts';

/** What stands for a document whose aliases repeat too often, or in a circle. */
export const tooManyAliases = Symbol('too many aliases');

/** A YAML document as plain values. Aliases are written out, within a bound: a few bytes must not become gigabytes. */
export function plainValue(source: ConfigSource): unknown {
  try {
    return source.document?.toJS({ maxAliasCount: 50 });
  } catch {
    return tooManyAliases;
  }
}
