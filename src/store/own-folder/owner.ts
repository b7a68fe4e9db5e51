import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';

const ownerSchema = z.object({ pid: z.int().min(1), host: z.string(), started: z.string().nullable(), beat: z.int() });

/** The process that has a folder: `started` tells it from a later one with the same number, where the system says so. */
export type Owner = z.infer<typeof ownerSchema>;

/** This process. */
export function thisOwner(): Owner {
  return { pid: process.pid, host: hostname(), started: startOf(process.pid), beat: 0 };
}

/** Who a file names; null when it cannot be read, as after a kill while it was written. */
export function readOwner(path: string): Owner | null {
  try {
    const owner = ownerSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return owner.success ? owner.data : null;
  } catch {
    return null;
  }
}

/** Whether a process of this host is running still. */
export function isAlive({ pid, started }: Owner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, under another user.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return started === null || startOf(pid) === started;
}

/** When a process began, in ticks since the machine did, with the boot it belongs to; null on systems without `/proc`. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything; field 22 is the 20th after it.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? null : `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${ticks}`;
  } catch {
    return null;
  }
}
