import { createWriteStream, existsSync, renameSync } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { seededRandom } from './random.ts';
import type { Random } from './random.ts';

/** An input of the benchmark: made of pieces, one a source file, until it has its size. */
export interface Input {
  readonly name: string;
  readonly megabytes: number;
  /** Source files that are in it; their sizes are chosen so that they fill it. */
  readonly files: number;
  readonly begin: string;
  readonly end: string;
  piece(file: number, random: Random): string;
}

/** Writes an input once; the same bytes on every machine. */
export async function writeInput(input: Input, path: string): Promise<void> {
  if (existsSync(path)) return;
  const out = createWriteStream(`${path}.part`);
  const random = seededRandom(20_000);
  out.write(input.begin);
  for (let file = 0; file < input.files; file += 1) if (!out.write(input.piece(file, random))) await once(out, 'drain');
  out.end(input.end);
  await finished(out);
  renameSync(`${path}.part`, path);
}
