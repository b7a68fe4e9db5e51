interface Numbers<Self> {
  readonly length: number;
  set(from: Self, at: number): void;
  subarray(start: number, end?: number): Self;
}

// Large enough that its own cost is nothing, and small enough to be freed when the few files in it are.
const slabLength = 1 << 17;

/**
 * Copies the first numbers of a buffer into common pieces of memory, one behind the other: a report of twenty thousand files
 * would else have a hundred thousand pieces, and making and collecting those takes longer than reading it.
 */
export function numberSlab<Self extends Numbers<Self>>(Type: new (length: number) => Self): (from: Self, length: number) => Self {
  let slab = new Type(0);
  let used = 0;
  return (from, length) => {
    if (used + length > slab.length) [slab, used] = [new Type(Math.max(slabLength, length)), 0];
    slab.set(from.subarray(0, length), used);
    used += length;
    return slab.subarray(used - length, used);
  };
}
