import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Parcel, parcelReceiver, sendParcel } from './parcel.ts';

const script = fileURLToPath(new URL('evidence-process.ts', import.meta.url));

/** How Node confines such a process. The one thread that it may start watches its parent; then it may start none. */
export function confined(megabytes: number): string[] {
  return [`--max-old-space-size=${megabytes}`, '--permission', '--allow-fs-read=*', '--allow-worker', '--disable-warning=PERM0006'];
}

export interface EvidenceChild {
  /** One question at a time. Never answered when the process ends before. */
  ask(parcel: Parcel): Promise<Parcel>;
  readonly ended: Promise<void>;
  kill(): void;
}

/**
 * Starts a process that opens uploads and judges. A process, and not a thread: V8 ends the whole process when a thread asks
 * for much memory at once, as `JSON.parse` does. It is given nothing of our environment, and may write and start nothing.
 */
export async function startEvidenceChild(megabytes: number): Promise<EvidenceChild> {
  const child = fork(script, { env: {}, execArgv: confined(megabytes), serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const said = lastWords(child);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  await Promise.race([once(child, 'message'), ended]);
  if (child.exitCode !== null || child.signalCode !== null || !child.connected) throw new Error(`the evidence process did not start: ${said()}`);
  // An idle one keeps nobody alive.
  child.unref();
  child.channel?.unref();
  return { ended, ask: (parcel) => ask(child, parcel), kill: () => void child.kill('SIGKILL') };
}

function ask(child: ChildProcess, parcel: Parcel): Promise<Parcel> {
  const receive = parcelReceiver();
  child.channel?.ref();
  return new Promise((resolve) => {
    const take = (message: unknown): void => {
      const answer = receive(message);
      if (!answer) return;
      child.off('message', take);
      child.channel?.unref();
      resolve(answer);
    };
    child.on('message', take);
    // What cannot be sent has no receiver any more: whoever asked hears of the end.
    void sendParcel((message, sent) => child.send(message as object, sent), parcel).catch(() => undefined);
  });
}

/** The end of what a process wrote on stderr, for when it does not start. */
function lastWords({ stderr }: ChildProcess): () => string {
  let text = '';
  stderr?.on('data', (piece: Buffer) => {
    text = (text + piece.toString()).slice(-2_000);
  });
  return () => text;
}
