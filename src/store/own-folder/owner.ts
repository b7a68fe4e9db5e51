import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';

const ownerSchema = z.object({
  pid: z.int().min(1),
  host: z.string(),
  space: z.string().nullable().default(null),
  started: z.string().nullable(),
  beat: z.int(),
});

/**
 * The process that has a folder: `started` tells it from a later one with the same number, and `space` its container from another
 * one of the same name, where the system says so.
 */
export type Owner = z.infer<typeof ownerSchema>;

/** This process. */
export function thisOwner(): Owner {
  return { pid: process.pid, host: hostname(), space: spaceOfNumbers(), started: startOf(process.pid), beat: 0 };
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

/** Whether its number means the same process here as there. */
export function isOfHere({ host, space }: Owner): boolean {
  return host === hostname() && (space === null || space === spaceOfNumbers());
}

/** Whether a process of here is running still. */
export function isAlive({ pid, started }: Owner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, under another user.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return started === null || startOf(pid) === started;
}

/** Each container numbers its processes by itself; null on systems without `/proc`. */
function spaceOfNumbers(): string | null {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return null;
  }
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
