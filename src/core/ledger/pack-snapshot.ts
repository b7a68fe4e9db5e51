import type { BundleHead } from '../evidence/bundle/bundle.ts';
import { sha256 } from '../markers/digest.ts';
import { mapEvidence } from '../snapshot/map-evidence.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import { bundleReference } from './bundle-reference.ts';
import type { LedgerPart, PackedSnapshot } from './packed-snapshot.ts';
import { splitList } from './split-list.ts';

/** Characters from which a value stands by itself: a row for less costs more than it spares. */
const apart = 2_048;

/**
 * Takes a snapshot apart into pieces that are each known by their digest. What is large stands by itself, and a long list, as
 * the paths of a tree, in runs: of the next snapshot of the repository only what differs is new. Sealed evidence is named.
 */
export function packSnapshot(snapshot: PullSnapshot<BundleHead>): PackedSnapshot {
  const parts = new Map<string, string>();
  const root = textOf(
    parts,
    mapEvidence(snapshot, (evidence) => ({ ...evidence, bundles: evidence.bundles.map(bundleReference) })),
  );
  const digest = keep(parts, root);
  return { digest, parts: [...parts].map(([of, text]): LedgerPart => ({ digest: of, text })) };
}

function keep(parts: Map<string, string>, text: string): string {
  const digest = sha256(text);
  parts.set(digest, text);
  return digest;
}

/** Canonical JSON, in which what is large was replaced by its name. */
function textOf(parts: Map<string, string>, value: unknown): string {
  if (Array.isArray(value))
    return listText(
      parts,
      value.map((inner) => named(parts, inner ?? null)),
    );
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${fields.map(([key, inner]) => `${JSON.stringify(escaped(key))}:${named(parts, inner)}`).join(',')}}`;
}

function listText(parts: Map<string, string>, elements: readonly string[]): string {
  const whole = `[${elements.join(',')}]`;
  const ends = whole.length < 4 * apart ? [] : splitList(elements);
  if (ends.length < 2) return whole;
  const runs = ends.map((end, index) => keep(parts, `[${elements.slice(ends[index - 1] ?? 0, end).join(',')}]`));
  return JSON.stringify({ $list: runs });
}

function named(parts: Map<string, string>, value: unknown): string {
  const text = textOf(parts, value);
  return text.length < apart ? text : JSON.stringify({ $part: keep(parts, text) });
}

/** A key of the world's that looks like one of ours gets a sign more. */
function escaped(key: string): string {
  return /^\$+(?:part|list)$/.test(key) ? `$${key}` : key;
}
