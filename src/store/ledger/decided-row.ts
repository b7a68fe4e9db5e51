import type { DecidedEntry } from '../../core/ledger/decided-pull.ts';
import type { DecisionPayload } from '../../core/ledger/decision-payload.ts';
import { payloadDigest } from '../../core/ledger/ledger-entry.ts';

/** A decision as the tables have it, with what the entry after it says of its writes. */
export interface DecidedRow {
  readonly seq: number;
  readonly at: string;
  readonly digest: string;
  readonly subject: string;
  readonly salt: string;
  readonly payload: string;
  readonly payloadDigest: string;
  readonly outcome: string | null;
}

/** What is selected of `ledger l` and its `ledger_payloads p`. */
export const decidedColumns = `
  l.seq, l.at, l.digest, l.subject, l.payload_digest as "payloadDigest", p.salt, p.payload, (
    select o.payload from sprintgate.ledger next join sprintgate.ledger_payloads o on o.repository = next.repository and o.seq = next.seq
    where next.repository = l.repository and next.subject = l.subject and next.seq > l.seq and next.kind = 'outcome' order by next.seq limit 1
  ) as outcome`;

/** The entry of a row; none where it was tampered with. */
export function decidedEntry({ seq, at, digest, subject, salt, payload, payloadDigest: named, outcome }: DecidedRow): DecidedEntry[] {
  if (payloadDigest(salt, payload) !== named) return [];
  const outcomes = JSON.parse(outcome ?? 'null') as unknown;
  return [
    { seq, at, digest, subject, payload: JSON.parse(payload) as DecisionPayload, outcomes: Array.isArray(outcomes) ? (outcomes as { id?: number }[]) : null },
  ];
}
