import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** No parser of Go's profiles was found on npm; this is what one would write: readline, an expression, a map of blocks. */
export async function readWithReadline(path: string): Promise<string> {
  const blocks = new Map<string, { statements: number; count: number }>();
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const match = /^(.+:\d+\.\d+,\d+\.\d+) (\d+) (\d+)$/.exec(line);
    if (!match) continue;
    const block = blocks.get(match[1] ?? '');
    if (block) block.count += Number(match[3]);
    else blocks.set(match[1] ?? '', { statements: Number(match[2]), count: Number(match[3]) });
  }
  let [covered, total] = [0, 0];
  for (const { statements, count } of blocks.values()) {
    total += statements;
    if (count > 0) covered += statements;
  }
  return `${covered}/${total}`;
}
