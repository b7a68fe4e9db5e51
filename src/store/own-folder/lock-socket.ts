import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { InputError } from '../../core/errors/input-error.ts';

/**
 * Takes a folder (its real path) within one machine and network namespace, by an abstract unix socket: the kernel frees it
 * even after `kill -9`. On systems other than Linux there is no such socket, and nothing is taken.
 */
export async function lockSocket(folder: string): Promise<() => Promise<void>> {
  if (process.platform !== 'linux') return async () => undefined;
  const name = createHash('sha256').update(folder).digest('hex');
  const server = createServer((socket) => socket.destroy());
  server.unref();
  await listen(server, `\0sprintgate-${name}`, folder);
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
    });
}

function listen(server: Server, path: string, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? inUse(folder) : error));
    server.listen(path, resolve);
  });
}

function inUse(folder: string): InputError {
  return new InputError(`${folder}: another process has this database folder open; stop it, or give DATABASE_URL another folder or a postgres:// URL`);
}
