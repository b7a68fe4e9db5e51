import { InputError } from '../../core/errors/input-error.ts';
import { checkLinks } from '../../core/ledger/check-links.ts';
import { type DecisionPayload, judgedIn } from '../../core/ledger/decision-payload.ts';
import type { StoredLedgerEntry } from '../../core/ledger/ledger-entry.ts';
import type { DecisionRow, LedgerReader } from '../../core/ledger/ledger-reader.ts';
import { faultWords } from '../../core/ledger/ledger-words.ts';
import { readPayload } from '../../core/ledger/read-payload.ts';
import { unpackSnapshot } from '../../core/ledger/unpack-snapshot.ts';
import type { LedgerPart } from './ledger-part.ts';

export interface PartSource {
  readonly ledger: LedgerReader;
  /** Texts of a snapshot's parts by their digests. */
  readonly readParts: (digest: string) => Promise<ReadonlyMap<string, string>>;
  readonly name: string | null;
}

export interface PartQuery {
  readonly pull: number;
  /** ISO time up to which entries count. */
  readonly until: string;
}

/** Collects what a release rests on. Throws an InputError where it was never judged, or where the ledger does not hold. */
export async function collectPart({ ledger, readParts, name }: PartSource, query: PartQuery): Promise<LedgerPart> {
  const read = await readEntries(ledger, query);
  const { decided } = read;
  const judgement = decided && judgedIn(JSON.parse(decided.payload ?? '{}') as DecisionPayload)[0];
  if (!decided || !judgement?.judged.policy)
    throw new InputError(`the ledger says nothing of #${query.pull} up to then: it was not judged yet, or what was said was erased.`);
  const texts = await readParts(judgement.snapshot);
  const content = await ledger.policy(judgement.judged.policy);
  const seen = snapshotOf(judgement.snapshot, texts);
  if (content === null || seen === null)
    throw new InputError('what the release was judged by is not whole any more; `sprintgate ledger verify` says what is wrong.');
  const wanted = new Set(seen.decisions.map(({ id }) => id));
  const says = new Set(read.told.filter((told) => told.concerns || told.decisions.some((id) => wanted.has(id))).map(({ entry }) => entry.seq));
  const told = new Map(read.told.map(({ entry }) => [entry.seq, entry]));
  return {
    repository: ledger.repository,
    name,
    pull: query.pull,
    decided: decided.seq,
    says: [...says].filter((seq) => seq <= read.end).toSorted((a, b) => a - b),
    entries: read.links.slice(0, read.end).map((link) => (says.has(link.seq) ? (told.get(link.seq) ?? link) : link)),
    parts: [...texts].map(([digest, text]) => ({ digest, text })).toSorted((a, b) => (a.digest < b.digest ? -1 : 1)),
    policy: { digest: judgement.judged.policy, content },
    decisions: await rowsOf(ledger, wanted),
  };
}

interface Told {
  readonly entry: StoredLedgerEntry;
  readonly concerns: boolean;
  /** Ids of the decisions of people that it records. */
  readonly decisions: readonly string[];
}

async function readEntries(ledger: LedgerReader, { pull, until }: PartQuery) {
  const links: StoredLedgerEntry[] = [];
  const told: Told[] = [];
  let decided: StoredLedgerEntry | null = null;
  let end = 0;
  const link = checkLinks(({ seq, fault }) => {
    throw new InputError(`entry ${seq ?? 0} of the ledger does not hold: ${faultWords.en[fault]}. \`sprintgate ledger verify\` looks at all of it.`);
  });
  for await (const entry of ledger.entries()) {
    const payload = readPayload(entry.payload);
    link(entry, payload);
    links.push(entry.erasedAt === null ? { ...entry, payload: null, salt: null, snapshots: [] } : entry);
    const decision = (payload?.value as DecisionPayload | undefined)?.decision;
    const judges = entry.kind === 'decision' && decision?.gates?.some(({ pulls }) => pulls.some(({ pull: of }) => of.number === pull)) === true;
    if (judges && Date.parse(entry.at) <= Date.parse(until)) [decided, end] = [entry, entry.seq];
    else if (entry.kind === 'outcome' && decided?.subject === entry.subject && end === decided.seq) end = entry.seq;
    const concerns = judges || entry.kind === 'tombstone' || entry.seq === end || isOf(entry, ledger.repository, pull);
    const decisions = payload?.decisions.map(({ id }) => id) ?? [];
    if (entry.payload !== null && (concerns || decisions.length > 0)) told.push({ entry, concerns, decisions });
  }
  return { links, told, decided, end };
}

function isOf({ subject }: StoredLedgerEntry, repository: number, pull: number): boolean {
  return subject === `${repository}/pull/${pull}` || subject === `${repository}/issue/${pull}`;
}

function snapshotOf(digest: string, texts: ReadonlyMap<string, string>) {
  try {
    return unpackSnapshot(digest, texts);
  } catch {
    return null;
  }
}

async function rowsOf(ledger: LedgerReader, wanted: ReadonlySet<string>): Promise<DecisionRow[]> {
  const rows: DecisionRow[] = [];
  for await (const { id, kind, subject, at, body } of ledger.decisions()) if (wanted.has(id)) rows.push({ id, kind, subject, at, body });
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
