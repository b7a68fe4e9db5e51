import { sha256 } from '../markers/digest.ts';
import type { LedgerFault } from './ledger-fault.ts';
import type { LedgerReader } from './ledger-reader.ts';
import { namedParts } from './named-parts.ts';

/** Checks every part of a snapshot against its name, and that what entries rest on is whole. `wanted`: snapshot to first entry. */
export async function checkParts(reader: LedgerReader, wanted: ReadonlyMap<string, number>, report: (fault: LedgerFault) => void): Promise<number> {
  const names = new Map<string, readonly string[]>();
  const changed = new Set<string>();
  for await (const { digest, text } of reader.parts()) {
    if (text === null || sha256(text) !== digest) changed.add(digest);
    names.set(digest, text === null ? [] : namedParts(text));
  }
  const seen = new Set<string>();
  for (const [snapshot, seq] of wanted) {
    for (const open = [snapshot]; open.length > 0;) {
      const digest = open.pop() ?? '';
      if (seen.has(digest)) continue;
      seen.add(digest);
      const below = names.get(digest);
      if (!below) report({ seq, fault: 'missing-part', what: digest });
      else if (changed.has(digest)) report({ seq, fault: 'changed-part', what: digest });
      else open.push(...below);
    }
  }
  for (const digest of changed) if (!seen.has(digest)) report({ seq: null, fault: 'changed-part', what: digest });
  return names.size;
}
