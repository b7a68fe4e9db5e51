import { z } from 'zod';
import { canonicalJson } from '../../core/markers/digest.ts';
import type { LedgerPart } from './ledger-part.ts';
import { jsonOrNull } from '../../core/json/json-or-null.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const seq = z.int().min(1);
const line = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ledger-part'),
    version: z.literal(1),
    repository: z.int(),
    name: z.string().nullable(),
    pull: seq,
    decided: seq,
    policy: digest,
    says: z.array(seq),
  }),
  z.strictObject({
    kind: z.literal('entry'),
    entry: z.strictObject({
      repository: z.int(),
      seq,
      at: z.string(),
      kind: z.string(),
      subject: z.string(),
      payloadDigest: digest,
      previous: digest,
      digest,
      payload: z.string().nullable(),
      salt: z.string().nullable(),
      erasedAt: z.string().nullable(),
      erasedBecause: z.string().nullable(),
      snapshots: z.array(digest),
    }),
  }),
  z.strictObject({ kind: z.literal('part'), digest, text: z.string() }),
  z.strictObject({ kind: z.literal('policy'), digest, content: z.string() }),
  z.strictObject({
    kind: z.literal('decision'),
    decision: z.strictObject({ id: z.string(), kind: z.string(), subject: z.string(), at: z.string(), body: z.string() }),
  }),
]);
type Line = z.infer<typeof line>;

/** A part of a ledger as text, a JSON object a line, as `ledger export` writes a whole one: head, entries, parts, policy, decisions. */
export function renderPart(part: LedgerPart): string {
  const { repository, name, pull, decided, says, entries, parts, policy, decisions } = part;
  const lines: Line[] = [
    { kind: 'ledger-part', version: 1, repository, name, pull, decided, policy: policy.digest, says: [...says] },
    ...entries.map((entry) => ({ kind: 'entry' as const, entry: { ...entry, snapshots: [...entry.snapshots] } })),
    ...parts.map((each) => ({ kind: 'part' as const, ...each })),
    { kind: 'policy', ...policy },
    ...decisions.map((decision) => ({ kind: 'decision' as const, decision })),
  ];
  return lines.map((each) => `${canonicalJson(each)}\n`).join('');
}

/** Reads it back; null where it is not as `renderPart` writes it. */
export function readPart(text: string): LedgerPart | null {
  const lines = linesOf(text);
  const head = lines?.[0];
  if (!lines || head?.kind !== 'ledger-part') return null;
  const policies = lines.filter((each) => each.kind === 'policy');
  const part: LedgerPart = {
    ...head,
    entries: lines.flatMap((each) => (each.kind === 'entry' ? [each.entry] : [])),
    parts: lines.flatMap((each) => (each.kind === 'part' ? [{ digest: each.digest, text: each.text }] : [])),
    policy: { digest: head.policy, content: policies[0]?.content ?? '' },
    decisions: lines.flatMap((each) => (each.kind === 'decision' ? [each.decision] : [])),
  };
  return renderPart(part) === text ? part : null;
}

function linesOf(text: string): Line[] | null {
  const lines: Line[] = [];
  for (const each of text.split('\n').slice(0, -1)) {
    const parsed = line.safeParse(jsonOrNull(each));
    if (!parsed.success) return null;
    lines.push(parsed.data);
  }
  return lines;
}
