/** Whole lines of a tracefile, with what their runs are read by. */
export interface LcovBlock {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Lines that begin before it can be read four bytes at a time: some bytes stand behind each of them. */
  readonly stop: number;
}

// A word of four bytes may begin at a line's last byte.
const margin = 8;

/** `end` is behind the last line's line feed. */
export function lcovBlock(bytes: Uint8Array, end: number): LcovBlock {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stop = bytes.length - end >= margin ? end : bytes.lastIndexOf(0x0a, bytes.length - margin - 1) + 1;
  return { bytes, view, stop };
}
