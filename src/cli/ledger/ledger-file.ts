import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { InputError } from '../../core/errors/input-error.ts';
import { type ExportSeal, exportSealSchema, sealExport } from '../../core/ledger/export-seal.ts';
import type { LedgerReader } from '../../core/ledger/ledger-reader.ts';
import type { Database } from '../../store/database.ts';
import { databaseLedger, packedParts } from '../../store/ledger/database-ledger.ts';
import { ledgerHead } from '../../store/ledger/ledger-head.ts';
import { unpackPart } from '../../store/ledger/read-parts.ts';
import type { LedgerRepository } from './ledger-repository.ts';
import { jsonOrNull } from '../../core/json/json-or-null.ts';

interface Export {
  readonly repository: LedgerRepository;
  readonly at: string;
  /** Signs where the ledger ended; null where no key is at hand. */
  readonly keys: Parameters<typeof sealExport>[1] | null;
}

const digest = z.string().max(100);
const line = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ledger'),
    version: z.literal(1),
    repository: z.int(),
    name: z.string().nullable(),
    at: z.string(),
    seal: exportSealSchema.nullish(),
  }),
  z.object({
    kind: z.literal('entry'),
    entry: z.object({
      repository: z.int(),
      seq: z.int(),
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
  z.object({ kind: z.literal('part'), digest, packed: z.string() }),
  z.object({ kind: z.literal('policy'), digest, content: z.string() }),
  z.object({ kind: z.literal('decision'), decision: z.object({ id: z.string(), kind: z.string(), subject: z.string(), at: z.string(), body: z.string() }) }),
]);
type Line = z.infer<typeof line>;

/** Writes a repository's ledger into a new file, a JSON object a line, which its owner alone may read. Answers how many lines. */
export async function writeLedgerFile(db: Database, file: string, what: Export): Promise<number> {
  const handle = await open(file, 'wx', 0o600);
  let lines = 0;
  try {
    for await (const each of linesOf(db, what)) {
      await handle.write(`${JSON.stringify(each)}\n`);
      lines += 1;
    }
    await handle.sync();
    return lines;
  } finally {
    await handle.close();
  }
}

async function* linesOf(db: Database, { repository: { id, name }, at, keys }: Export): AsyncGenerator<Line> {
  const ledger = databaseLedger(db, id);
  // All of it is read in one transaction: the end is the same when it comes.
  const head = await ledgerHead(db, id);
  yield { kind: 'ledger', version: 1, repository: id, name, at, seal: keys && head ? sealExport({ repository: id, at, head }, keys) : null };
  const policies = new Set<string>();
  for await (const entry of ledger.entries()) {
    yield { kind: 'entry', entry: { ...entry, snapshots: [...entry.snapshots] } };
    for (const [, named] of (entry.payload ?? '').matchAll(/"policy":"([0-9a-f]{64})"/g)) if (named) policies.add(named);
  }
  for await (const part of packedParts(db, id)) yield { kind: 'part', ...part };
  for (const named of policies) {
    const content = await ledger.policy(named);
    if (content !== null) yield { kind: 'policy', digest: named, content };
  }
  for await (const { id: of, kind, subject, at: decidedAt, body } of ledger.decisions())
    yield { kind: 'decision', decision: { id: of, kind, subject, at: decidedAt, body } };
}

/** What an exported file holds, without a database. Throws an InputError where it is no such file. */
export async function fileLedger(file: string): Promise<LedgerReader & { readonly name: string | null; readonly seal: ExportSeal | null }> {
  const policies = new Map<string, string>();
  let head: Extract<Line, { kind: 'ledger' }> | null = null;
  for await (const each of readLines(file)) {
    if (each.kind === 'ledger') head ??= each;
    if (each.kind === 'policy') policies.set(each.digest, each.content);
    if (head === null) break;
  }
  if (head === null) throw new InputError(`${file}: this is no ledger; \`sprintgate ledger export\` writes one.`);
  return {
    repository: head.repository,
    name: head.name,
    seal: head.seal ?? null,
    async *entries() {
      for await (const each of readLines(file)) if (each.kind === 'entry') yield each.entry;
    },
    async *parts() {
      for await (const each of readLines(file)) if (each.kind === 'part') yield { digest: each.digest, text: unpackPart(each.packed) };
    },
    policy: (named) => Promise.resolve(policies.get(named) ?? null),
    async *decisions() {
      for await (const each of readLines(file)) if (each.kind === 'decision') yield each.decision;
    },
  };
}

async function* readLines(file: string): AsyncGenerator<Line> {
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    const parsed = line.safeParse(jsonOrNull(text));
    if (!parsed.success) throw new InputError(`${file}:${number}: this line is none of an exported ledger.`);
    yield parsed.data;
  }
}
