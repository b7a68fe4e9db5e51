import { readFile } from 'node:fs/promises';

/** The plain way: the whole document parsed at once, lines as istanbul derives them. */
export async function readWithJsonParse(path: string): Promise<string> {
  const map = JSON.parse(await readFile(path, 'utf8')) as Record<
    string,
    { statementMap: Record<string, { start: { line: number } }>; s: Record<string, number> }
  >;
  let [covered, total] = [0, 0];
  for (const file of Object.values(map)) {
    const lines = new Map<number, number>();
    for (const [id, hits] of Object.entries(file.s)) {
      const line = file.statementMap[id]?.start.line ?? 0;
      lines.set(line, Math.max(lines.get(line) ?? 0, hits));
    }
    total += lines.size;
    for (const hits of lines.values()) if (hits > 0) covered += 1;
  }
  return `${covered}/${total}`;
}
