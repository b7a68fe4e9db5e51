import { randomBytes } from 'node:crypto';
import type { PackedSnapshot } from '../../core/ledger/packed-snapshot.ts';
import { canonicalJson } from '../../core/markers/digest.ts';
import type { Database } from '../database.ts';
import { keepParts } from './keep-parts.ts';
import { lockChain } from './lock-chain.ts';
import { beginning, entryDigest, payloadDigest, type LedgerEntry } from '../../core/ledger/ledger-entry.ts';

export interface NewLedgerEntry {
  readonly repository: number;
  readonly at: string;
  /** For example `decision`, `plan`, `outcome`. */
  readonly kind: string;
  /** The printed key that the entry is about. */
  readonly subject: string;
  /** Any JSON value. */
  readonly payload: unknown;
  /** What was seen, where the entry rests on it; its payload names them by their digests. */
  readonly snapshots?: readonly PackedSnapshot[];
}

/** Adds an entry at the end of a repository's chain. Appends to one repository are serialised, also between processes. */
export async function appendLedgerEntry(db: Database, entry: NewLedgerEntry): Promise<LedgerEntry> {
  return db.transaction(async (transaction) => {
    await lockChain(transaction, entry.repository);
    const snapshots = entry.snapshots ?? [];
    if (snapshots.length > 0)
      await keepParts(
        transaction,
        entry.repository,
        snapshots.flatMap(({ parts }) => parts),
      );
    const head = await readHead(transaction, entry.repository);
    const payload = canonicalJson(entry.payload ?? null);
    const salt = randomBytes(16).toString('hex');
    const link = linkTo(head, entry, payloadDigest(salt, payload));
    await insert(transaction, link);
    await transaction.query('insert into sprintgate.ledger_payloads (repository, seq, salt, payload, snapshots) values ($1, $2, $3, $4, $5)', [
      link.repository,
      link.seq,
      salt,
      payload,
      snapshots.map(({ digest }) => digest),
    ]);
    return link;
  });
}

interface Head {
  readonly seq: number;
  readonly digest: string;
}

async function readHead(db: Database, repository: number): Promise<Head> {
  const [head] = await db.query<Head>('select seq, digest from sprintgate.ledger where repository = $1 order by seq desc limit 1', [repository]);
  return head ?? { seq: 0, digest: beginning };
}

function linkTo(head: Head, entry: NewLedgerEntry, digestOfPayload: string): LedgerEntry {
  const { repository, at, kind, subject } = entry;
  const link = { repository, seq: head.seq + 1, at, kind, subject, payloadDigest: digestOfPayload, previous: head.digest };
  return { ...link, digest: entryDigest(link) };
}

async function insert(db: Database, link: LedgerEntry): Promise<void> {
  const sql = 'insert into sprintgate.ledger (repository, seq, at, kind, subject, payload_digest, previous, digest) values ($1, $2, $3, $4, $5, $6, $7, $8)';
  await db.query(sql, [link.repository, link.seq, link.at, link.kind, link.subject, link.payloadDigest, link.previous, link.digest]);
}
