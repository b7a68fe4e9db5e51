import { checkErasures } from '../../core/ledger/check-erasures.ts';
import { checkLinks } from '../../core/ledger/check-links.ts';
import { type DecisionPayload, judgedIn } from '../../core/ledger/decision-payload.ts';
import type { LedgerFault } from '../../core/ledger/ledger-fault.ts';
import { faultWords } from '../../core/ledger/ledger-words.ts';
import { namedParts } from '../../core/ledger/named-parts.ts';
import { readPayload } from '../../core/ledger/read-payload.ts';
import { canonicalJson, sha256 } from '../../core/markers/digest.ts';
import type { LedgerPart } from './ledger-part.ts';

export interface PartReport {
  /** The first thing that does not hold, in English; null where all does. */
  readonly fault: string | null;
  /** Decisions of people of which no entry here says how they came about: they rest on their signed receipts alone. */
  readonly unrecorded: number;
}

/** Checks a part of a ledger by itself: chain, what its entries say, what was seen, the policy, the decisions of people. */
export function checkPart(part: LedgerPart): PartReport {
  const faults: string[] = [];
  const says = new Set(part.says);
  const report = ({ seq, fault }: LedgerFault): void => {
    if (fault !== 'missing-payload' || says.has(seq ?? 0)) faults.push(`entry ${seq ?? 0}: ${faultWords.en[fault]}`);
  };
  const link = checkLinks(report);
  const erasures = checkErasures(report, []);
  const recorded = new Map<string, string[]>();
  for (const entry of part.entries) {
    const payload = readPayload(entry.payload);
    if (entry.repository !== part.repository) faults.push(`entry ${entry.seq}: it is of another repository`);
    if (says.has(entry.seq) !== (entry.payload !== null)) faults.push(`entry ${entry.seq}: whether it is here what it says is told otherwise`);
    link(entry, payload);
    erasures.see(entry, payload);
    for (const decision of payload?.decisions ?? []) recorded.set(decision.id, [...(recorded.get(decision.id) ?? []), canonicalJson(decision)]);
  }
  erasures.end();
  faults.push(...faultsOfDecided(part));
  const unrecorded = part.decisions.filter(({ id }) => !recorded.has(id)).length;
  for (const { id, body } of part.decisions)
    if (recorded.has(id) && !recorded.get(id)?.includes(canonicalJson(JSON.parse(body)))) faults.push(`decision ${id}: ${faultWords.en['changed-decision']}`);
  return { fault: faults[0] ?? null, unrecorded };
}

/** What the entry that decided rests on: its snapshot whole, its policy, the decisions that were seen. */
function faultsOfDecided(part: LedgerPart): string[] {
  const entry = part.entries.find(({ seq }) => seq === part.decided);
  const judgement = entry?.payload ? judgedIn(JSON.parse(entry.payload) as DecisionPayload)[0] : undefined;
  if (!judgement) return [`entry ${part.decided}: it decides nothing`];
  const faults: string[] = [];
  const texts = new Map(part.parts.map(({ digest, text }) => [digest, text]));
  const seen = new Set<string>();
  for (const open = [judgement.snapshot]; open.length > 0;) {
    const digest = open.pop() ?? '';
    if (seen.has(digest)) continue;
    seen.add(digest);
    const text = texts.get(digest);
    if (text === undefined) faults.push(`entry ${part.decided}: ${faultWords.en['missing-part']} (${digest})`);
    else if (sha256(text) !== digest) faults.push(`entry ${part.decided}: ${faultWords.en['changed-part']} (${digest})`);
    else open.push(...namedParts(text));
  }
  for (const digest of texts.keys()) if (!seen.has(digest)) faults.push(`part ${digest}: nothing rests on it`);
  if (judgement.judged.policy !== part.policy.digest || sha256(part.policy.content) !== part.policy.digest)
    faults.push(`entry ${part.decided}: ${faultWords.en['changed-policy']}`);
  return faults;
}
