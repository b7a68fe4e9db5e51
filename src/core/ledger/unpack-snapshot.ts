import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import type { BundleHead } from '../evidence/bundle/bundle.ts';

/** Puts a snapshot together from its parts. Throws where one is missing: whoever reads them has checked their digests. */
export function unpackSnapshot(digest: string, parts: ReadonlyMap<string, string>): PullSnapshot<BundleHead> {
  return valueOf(digest, parts) as PullSnapshot<BundleHead>;
}

function valueOf(digest: string, parts: ReadonlyMap<string, string>): unknown {
  const text = parts.get(digest);
  if (text === undefined) throw new Error(`a part of the snapshot is missing: ${digest}`);
  return JSON.parse(text, (_key, value: unknown) => resolved(value, parts));
}

function resolved(value: unknown, parts: ReadonlyMap<string, string>): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  const [[key, named] = []] = entries;
  if (entries.length === 1 && key === '$part') return valueOf(named as string, parts);
  if (entries.length === 1 && key === '$list') return (named as string[]).flatMap((run) => valueOf(run, parts) as unknown[]);
  return entries.some(([of]) => escaped.test(of)) ? Object.fromEntries(entries.map(([of, inner]) => [of.replace(escaped, '$1'), inner])) : value;
}

/** Keys of the world's that looked like ours were given a sign more. */
const escaped = /^\$(\$+(?:part|list))$/;
