import { open } from 'node:fs/promises';

// What a processor's cache holds, and few enough pieces that asking for them costs nothing.
const pieceBytes = 1 << 19;

/**
 * Reads a file piece by piece, however large it is. All pieces come in the same memory, and are valid only until `take`
 * returns: new memory for each would cost a large file more time than reading it. Throws where there is no file, or it may
 * not be read.
 */
export async function readPieces(path: string, take: (bytes: Uint8Array) => void): Promise<void> {
  const file = await open(path);
  try {
    const memory = new Uint8Array(pieceBytes);
    for (;;) {
      const { bytesRead } = await file.read(memory, 0, memory.length);
      if (bytesRead === 0) return;
      take(memory.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}
