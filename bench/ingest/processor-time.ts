import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** Milliseconds of processor that the processes chosen by their command and number have used so far; of Linux's own account. */
export function processorTime(chosen: (process: { readonly id: number; readonly command: string }) => boolean): number {
  let ticks = 0;
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const [id, stat] = [Number(name), statOf(name)];
    if (stat === null || !chosen({ id, command: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')) })) continue;
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    ticks += Number(fields[11]) + Number(fields[12]);
  }
  return (ticks * 1_000) / ticksPerSecond;
}

/** A process may end while we look. */
function statOf(id: string): string | null {
  try {
    return readFileSync(`/proc/${id}/stat`, 'utf8');
  } catch {
    return null;
  }
}
