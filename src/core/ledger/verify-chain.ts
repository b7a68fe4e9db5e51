import { sha256 } from '../markers/digest.ts';
import { checkDecisions } from './check-decisions.ts';
import { checkErasures } from './check-erasures.ts';
import { checkLinks } from './check-links.ts';
import { checkParts } from './check-parts.ts';
import type { LedgerFault } from './ledger-fault.ts';
import type { LedgerReader } from './ledger-reader.ts';
import { readPayload } from './read-payload.ts';

export interface ChainHead {
  readonly seq: number;
  readonly digest: string;
}

export interface LedgerReport {
  readonly repository: number;
  readonly entries: number;
  readonly erased: number;
  /** Parts of snapshots that are kept. */
  readonly parts: number;
  /** Decisions of people whose entry was erased: nothing is left to hold them against. */
  readonly unproven: number;
  readonly head: ChainHead | null;
  /**
   * Decisions that no entry about the same follows: the process was killed before it could say how they ended, one is being
   * carried out at this moment, or the end of the ledger was cut off after them.
   */
  readonly open: readonly number[];
  /** Empty when the chain holds. */
  readonly faults: readonly LedgerFault[];
}

export interface Against {
  /** Heads that were published elsewhere, e.g. in checks on GitHub. Without them a cut-off tail cannot be seen. */
  readonly published?: readonly ChainHead[];
  /** Public keys of the installation, by which tombstones must be signed. None: any key will do. */
  readonly keys?: readonly string[];
}

/** Checks all that is kept of a repository's ledger, link by link, and against published heads. It reads, and never repairs. */
export async function verifyChain(reader: LedgerReader, { published = [], keys = [] }: Against = {}): Promise<LedgerReport> {
  const faults: LedgerFault[] = [];
  const report = (fault: LedgerFault) => void faults.push(fault);
  const link = checkLinks(report);
  const erasures = checkErasures(report, keys);
  const people = checkDecisions(report);
  const expected = new Map(published.map((head) => [`${head.seq}:${head.digest}`, head]));
  const snapshots = new Map<string, number>();
  const policies = new Map<string, number>();
  const open = new Map<string, number>();
  let head: ChainHead | null = null;
  let entries = 0;
  let erased = 0;
  for await (const entry of reader.entries()) {
    const payload = readPayload(entry.payload);
    link(entry, payload);
    erasures.see(entry, payload);
    people.see(entry, payload);
    for (const digest of entry.snapshots) if (!snapshots.has(digest)) snapshots.set(digest, entry.seq);
    if (payload?.policy && payload.snapshots.length > 0 && !policies.has(payload.policy)) policies.set(payload.policy, entry.seq);
    if (entry.kind === 'decision') open.set(entry.subject, entry.seq);
    else open.delete(entry.subject);
    expected.delete(`${entry.seq}:${entry.digest}`);
    entries += 1;
    erased += entry.erasedAt === null ? 0 : 1;
    head = { seq: entry.seq, digest: entry.digest };
  }
  erasures.end();
  const parts = await checkParts(reader, snapshots, report);
  for (const [digest, seq] of policies) await checkPolicy(reader, { digest, seq }, report);
  const unproven = await people.end(reader);
  for (const { seq } of expected.values()) report({ seq, fault: 'head-differs' });
  return { repository: reader.repository, entries, erased, parts, unproven, head, open: [...open.values()], faults };
}

async function checkPolicy(reader: LedgerReader, { digest, seq }: ChainHead, report: (fault: LedgerFault) => void): Promise<void> {
  const content = await reader.policy(digest);
  if (content === null) report({ seq, fault: 'missing-policy', what: digest });
  else if (sha256(content) !== digest) report({ seq, fault: 'changed-policy', what: digest });
}
