import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readPieces } from '../../src/engine/read-pieces.ts';

const folder = await mkdtemp(join(tmpdir(), 'pieces-'));
afterAll(() => rm(folder, { recursive: true }));

describe('reading a file in pieces', () => {
  it.each([0, 1, 1 << 19, (1 << 19) + 1, 3_000_000])('gives all %d bytes, in order', async (length) => {
    const path = join(folder, String(length));
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 31) ^ (index >> 8));
    await writeFile(path, bytes);
    const pieces: Uint8Array[] = [];
    await readPieces(path, (piece) => pieces.push(piece.slice()));
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  });

  it('fails where there is no file, where it is a folder, and with what its taker throws', async () => {
    await expect(readPieces(join(folder, 'none'), () => undefined)).rejects.toThrow('ENOENT');
    await expect(readPieces(folder, () => undefined)).rejects.toThrow('EISDIR');
    const thrower = (): never => {
      throw new Error('enough');
    };
    await expect(readPieces(join(folder, '1'), thrower)).rejects.toThrow('enough');
  });
});
