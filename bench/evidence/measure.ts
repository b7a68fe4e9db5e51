import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Run } from './run-reader.ts';

export interface Measurement {
  readonly reader: string;
  readonly seconds: number;
  readonly median: number;
  readonly megabytes: number;
  readonly result: string;
}

const script = fileURLToPath(new URL('run-reader.ts', import.meta.url));
const run = promisify(execFile);

/**
 * Measures readers on one file, in turns, so that a busy moment of the machine hits all of them. `seconds` is the best
 * round and `megabytes` the worst. A reader that fails (out of memory) has the reason as its result.
 */
export async function measure(file: string, readers: readonly string[], rounds: number): Promise<Measurement[]> {
  const runs = new Map<string, Run[]>(readers.map((reader) => [reader, []]));
  for (let round = 0; round < rounds; round += 1) for (const reader of readers) runs.get(reader)?.push(await runOnce(reader, file));
  return [...runs].map(([reader, all]) => {
    const seconds = all.map((one) => one.seconds).toSorted((a, b) => a - b);
    return {
      reader,
      seconds: seconds[0] ?? NaN,
      median: seconds[Math.floor(seconds.length / 2)] ?? NaN,
      megabytes: Math.max(...all.map((one) => one.megabytes)),
      result: all[0]?.result ?? '',
    };
  });
}

async function runOnce(reader: string, file: string): Promise<Run> {
  try {
    // Peers need more than Node's own limit on a small machine; it changes nothing for those that do not.
    const { stdout } = await run(process.execPath, ['--max-old-space-size=6144', script, reader, file]);
    return JSON.parse(stdout) as Run;
  } catch (error) {
    return { seconds: NaN, megabytes: NaN, result: `failed: ${(error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 60)}` };
  }
}
