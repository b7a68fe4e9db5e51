import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { InputError } from '../../core/errors/input-error.ts';
import { lockSocket } from './lock-socket.ts';
import { claimFile, contentOf } from './claim-file.ts';
import { isAlive, isOfHere, type Owner, readOwner, thisOwner } from './owner.ts';

const beatEvery = 5_000;
// Three beats: a long VACUUM holds the process up for seconds.
const silence = 15_000;

export interface Owning {
  /** How long a process of another host is listened for; injected in tests. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/**
 * Takes the folder (its real path) of an embedded database for this process and returns how to give it back. PGlite itself
 * has no lock: two processes would both open it and diverge. Within one machine a socket is the lock, which the kernel frees
 * after `kill -9`. Between containers and machines a file names the owner, who writes to it every 5 seconds: from a process
 * that lives it is never taken; from one of another host that cannot be asked, after 15 seconds of silence.
 * Throws an InputError that names who has it.
 */
export async function ownFolder(folder: string, { wait = sleep }: Owning = {}): Promise<() => Promise<void>> {
  const unlock = await lockSocket(folder);
  const path = join(folder, 'sprintgate.pid');
  try {
    const found = contentOf(path);
    const owner = readOwner(path);
    if (owner && (await isInUse(path, owner, wait))) throw inUse(folder, owner);
    // Of several that found it free, or its owner silent, one has it.
    if (!claimFile(path, JSON.stringify(thisOwner()), found)) throw inUse(folder, readOwner(path));
    const stop = beat(path);
    return async () => {
      stop();
      await unlock();
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function isInUse(path: string, owner: Owner, wait: NonNullable<Owning['wait']>): Promise<boolean> {
  if (isOfHere(owner)) return isAlive(owner);
  const before = contentOf(path);
  await wait(silence);
  return contentOf(path) !== before && readOwner(path) !== null;
}

/** Writes who owns the folder, again and again, until it is stopped; then the file is removed. */
function beat(path: string): () => void {
  let owner = thisOwner();
  const write = () => {
    owner = { ...owner, beat: owner.beat + 1 };
    // A reader never finds half a file.
    writeFileSync(`${path}.new`, `${JSON.stringify(owner)}\n`);
    renameSync(`${path}.new`, path);
  };
  write();
  const timer = setInterval(() => {
    try {
      write();
    } catch {
      // A full disk: the database says so itself, and the next beat may succeed.
    }
  }, beatEvery);
  timer.unref();
  return () => {
    clearInterval(timer);
    rmSync(path, { force: true });
  };
}

function inUse(folder: string, owner: Owner | null): InputError {
  const who = owner ? ` (process ${owner.pid} on ${owner.host})` : '';
  return new InputError(`${folder}: another process has this database folder open${who}; stop it, or give DATABASE_URL another folder or a postgres:// URL`);
}
