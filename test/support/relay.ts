import { createConnection, createServer, type Socket } from 'node:net';

/** The same database by TCP, through what can stop to hand over what the server says. */
export interface Relay {
  readonly url: string;
  readonly port: number;
  /** From now on nothing is heard of what the server says … */
  silence(): void;
  /** … and now it is again. */
  speak(): void;
  close(): void;
}

/** Only a connection by TCP can be lost without a word: the tests' server listens on a socket of the file system. */
export async function relayTo(url: string): Promise<Relay> {
  const folder = decodeURIComponent(new URL(url).searchParams.get('host') ?? '');
  const sockets = new Set<Socket>();
  let silent = false;
  const relay = createServer((socket) => {
    const there = createConnection(`${folder}/.s.PGSQL.5432`);
    for (const each of [socket, there]) {
      sockets.add(each);
      each.on('error', () => undefined);
    }
    socket.pipe(there);
    there.on('data', (bytes) => void (silent || socket.write(bytes)));
    there.on('end', () => socket.end());
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  const address = relay.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `postgres://tester@127.0.0.1:${port}${new URL(url).pathname}`,
    port,
    silence() {
      silent = true;
    },
    speak() {
      silent = false;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      relay.close();
    },
  };
}
