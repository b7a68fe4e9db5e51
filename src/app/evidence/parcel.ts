import { deserialize, serialize } from 'node:v8';

/** What goes from one process to the other: a value that structured clone knows, and large bytes beside it. */
export interface Parcel {
  readonly value: unknown;
  readonly blobs: readonly Uint8Array[];
}

/** Sends one message of an IPC channel, and is told when it is on its way. */
type Send = (message: unknown, sent: (error: Error | null) => void) => unknown;

/** No more than this is copied at once, so that whoever sends can do other things between two pieces. */
const pieceBytes = 1 << 19;

/** Sends a parcel in pieces, and then its sizes. */
export async function sendParcel(send: Send, { value, blobs }: Parcel): Promise<void> {
  const parts = [serialize(value), ...blobs];
  for (const part of parts) for (let at = 0; at < part.length; at += pieceBytes) await sendOne(send, part.subarray(at, at + pieceBytes));
  await sendOne(
    send,
    parts.map(({ length }) => length),
  );
}

function sendOne(send: Send, message: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    send(message, (error) => (error ? reject(error) : resolve()));
  });
}

/** Takes the messages of `sendParcel` one after the other; answers the parcel with the last of them, else null. */
export function parcelReceiver(): (message: unknown) => Parcel | null {
  let pieces: Uint8Array[] = [];
  return (message) => {
    if (message instanceof Uint8Array) {
      pieces.push(message);
      return null;
    }
    const [value, ...blobs] = join(pieces, message as readonly number[]);
    pieces = [];
    return { value: deserialize(value ?? new Uint8Array()), blobs };
  };
}

/** Pieces never cross the border between two parts. */
function join(pieces: readonly Uint8Array[], sizes: readonly number[]): Uint8Array[] {
  let next = 0;
  return sizes.map((size) => {
    const count = Math.ceil(size / pieceBytes);
    next += count;
    return Buffer.concat(pieces.slice(next - count, next));
  });
}
