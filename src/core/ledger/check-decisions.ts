import { canonicalJson } from '../markers/digest.ts';
import type { StoredLedgerEntry } from './ledger-entry.ts';
import type { LedgerFault } from './ledger-fault.ts';
import type { DecisionRow, LedgerReader } from './ledger-reader.ts';
import type { LedgerPayload } from './read-payload.ts';

interface Recorded {
  readonly seq: number;
  /** More than one where it was decided again after a kill. */
  readonly bodies: string[];
  /** Whether its receipt was posted, after which it is kept. */
  carried: boolean;
}

export interface DecisionChecks {
  readonly see: (entry: StoredLedgerEntry, payload: LedgerPayload | null) => void;
  /** After the last entry; answers how many decisions cannot be held against an entry, because it was erased. */
  readonly end: (reader: LedgerReader) => Promise<number>;
}

/** Holds each decision of a person, which gates rest on, against the entry that recorded how it came about. */
export function checkDecisions(report: (fault: LedgerFault) => void): DecisionChecks {
  const recorded = new Map<string, Recorded>();
  const open = new Map<string, readonly string[]>();
  let erased = 0;
  return {
    see(entry, payload) {
      if (entry.kind === 'decision' && entry.erasedAt !== null) erased += 1;
      if (entry.kind === 'outcome') {
        if (payload && isWell(payload.value)) for (const id of open.get(entry.subject) ?? []) markCarried(recorded.get(id));
        open.delete(entry.subject);
      }
      if (entry.kind !== 'decision' || !payload) return;
      open.set(
        entry.subject,
        payload.decisions.map(({ id }) => id),
      );
      for (const decision of payload.decisions) {
        const known = recorded.get(decision.id) ?? { seq: entry.seq, bodies: [], carried: false };
        known.bodies.push(canonicalJson(decision));
        recorded.set(decision.id, known);
      }
    },
    async end(reader) {
      let unproven = 0;
      const kept = new Set<string>();
      for await (const row of reader.decisions()) {
        kept.add(row.id);
        const entry = recorded.get(row.id);
        if (entry ? !isAsRecorded(row, entry) : !isWhole(row)) report({ seq: entry?.seq ?? null, fault: 'changed-decision', what: row.id });
        else if (!entry && erased > 0) unproven += 1;
        else if (!entry) report({ seq: null, fault: 'unrecorded-decision', what: row.id });
      }
      for (const [id, { seq, carried }] of recorded) if (carried && !kept.has(id)) report({ seq, fault: 'missing-decision', what: id });
      return unproven;
    },
  };
}

function markCarried(recorded: Recorded | undefined): void {
  if (recorded) recorded.carried = true;
}

function isWell(outcome: unknown): boolean {
  return Array.isArray(outcome) && outcome.every((each: { error?: string } | null) => each?.error === undefined);
}

function isAsRecorded(row: DecisionRow, { bodies }: Recorded): boolean {
  return isWhole(row) && bodies.includes(canonicalJson(JSON.parse(row.body)));
}

/** Whether the columns of a row say what its body says. */
function isWhole({ id, kind, subject, at, body }: DecisionRow): boolean {
  try {
    const decision = JSON.parse(body) as Partial<DecisionRow>;
    return decision.id === id && decision.kind === kind && decision.subject === subject && decision.at === at;
  } catch {
    return false;
  }
}
