import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

export interface SeenProcess {
  readonly id: number;
  readonly parent: number;
  readonly command: string;
}

/** Milliseconds of processor that the processes chosen have used so far, ended children of theirs included; of Linux's own account. */
export function processorTime(chosen: (process: SeenProcess) => boolean): number {
  let ticks = 0;
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = statOf(name);
    if (stat === null) continue;
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const seen = { id: Number(name), parent: Number(fields[1]), command: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')) };
    if (chosen(seen)) ticks += Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]);
  }
  return (ticks * 1_000) / ticksPerSecond;
}

/** Those of one process and of the processes that it started itself. */
export function familyTime(id: number): number {
  return processorTime((seen) => seen.id === id || seen.parent === id);
}

/** A process may end while we look. */
function statOf(id: string): string | null {
  try {
    return readFileSync(`/proc/${id}/stat`, 'utf8');
  } catch {
    return null;
  }
}
