import { InputError } from '../../core/errors/input-error.ts';
import { migrations } from '../migrations.ts';
import { carryEndSchema, type CarryHead, carryHeadSchema, carryTableSchema, carryVersion, type OwedKey, owedKeySchema } from './carry-head.ts';
import { lineChain } from './line-chain.ts';

/** What a whole and undamaged export holds. */
export interface CarriedFile {
  readonly head: CarryHead;
  readonly owedKeys: readonly OwedKey[];
  readonly rows: Readonly<Record<string, number>>;
  readonly digest: string;
}

/** Reads an export to its end before anything of it is used. Throws an InputError that says in which table and row it is damaged. */
export async function checkCarried(lines: AsyncIterable<string>): Promise<CarriedFile> {
  const chain = lineChain();
  const place = { table: '', row: 0 };
  const rows: Record<string, number> = {};
  const owedKeys: OwedKey[] = [];
  let head: CarryHead | null = null;
  let ended = false;
  try {
    for await (const text of lines) {
      const line = chain.open(text);
      if (!line || ended || (head === null) !== (line.kind === 'head'))
        throw new InputError(head ? `it was changed ${where(place)}` : 'it is not an export of `sprintgate store export`');
      if (line.kind === 'head') head = readHead(line.json);
      else if (line.kind === 'key') owedKeys.push(owedKeySchema.parse(JSON.parse(line.json)));
      else if (line.kind === 'table') {
        place.table = carryTableSchema.parse(JSON.parse(line.json)).table;
        place.row = 0;
        rows[place.table] = 0;
      } else if (line.kind === 'row') rows[place.table] = place.row += 1;
      else ended = sameCounts(carryEndSchema.parse(JSON.parse(line.json)).rows, rows);
    }
  } catch (error) {
    if (error instanceof InputError || (error instanceof Error && 'syscall' in error)) throw error;
    // What unpacks the file breaks here when its bytes are damaged.
    throw new InputError(head ? `it is damaged ${where(place)}` : 'it is not an export of `sprintgate store export`', { cause: error });
  }
  if (!head || !ended) throw new InputError(`it is cut short ${where(place)}`);
  return { head, owedKeys, rows, digest: chain.digest() };
}

function where({ table, row }: { readonly table: string; readonly row: number }): string {
  return table === '' ? 'before its first table' : `in table ${table}, after row ${row}`;
}

function readHead(json: string): CarryHead {
  const head = carryHeadSchema.parse(JSON.parse(json));
  const ours = new Set(migrations.map(({ name }) => name));
  const unknown = head.migrations.filter((name) => !ours.has(name));
  if (head.version > carryVersion || unknown.length > 0) {
    const what = unknown.length > 0 ? `its tables have ${unknown.join(', ')}` : `its format is ${head.version}`;
    throw new InputError(`it was written by a newer Sprintgate (${what}); import it with that version`);
  }
  return head;
}

function sameCounts(told: Readonly<Record<string, number>>, read: Readonly<Record<string, number>>): boolean {
  return Object.keys({ ...told, ...read }).every((table) => told[table] === read[table]);
}
