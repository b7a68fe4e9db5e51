// Large enough that its own cost is nothing, and small enough to be freed when the few files in it are.
const slabLength = 1 << 18;
const firstLength = 1 << 12;

/**
 * How long the next piece of common memory is, for `open` numbers that move into it and more of the same. Files share such
 * pieces, one behind the other: a report of twenty thousand files would else have a hundred thousand pieces, and making and
 * collecting those takes longer than reading it.
 */
export function slabLengthAfter(last: number, open: number): number {
  return Math.max(Math.min(last * 2, slabLength), open * 2, firstLength);
}
