import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';

const page = new URL('../../docs/performance.md', import.meta.url);

/** Puts a text between the markers of a bench in docs/performance.md. */
export async function writeSection(bench: string, text: string): Promise<void> {
  const [begin, end] = [`<!-- ${bench} -->`, `<!-- /${bench} -->`];
  const whole = await readFile(page, 'utf8');
  const [before, rest] = whole.split(begin);
  if (rest === undefined) throw new Error(`docs/performance.md has no place for ${bench}`);
  await writeFile(page, `${before}${begin}\n\n${text.trim()}\n\n${end}${rest.split(end)[1] ?? ''}`);
}

/** The machine of a run, and how busy it was by everything at its end. */
export function machine(): string {
  const [, five = 0] = loadavg();
  return `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), load average of five minutes ${five.toFixed(1)}`;
}
