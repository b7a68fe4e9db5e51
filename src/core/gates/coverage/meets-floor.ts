import type { Count } from '../../evidence/report.ts';

export interface Floor {
  /** Basis points. */
  readonly floor: number;
  /** True: the ratio must be above the floor, not at it. */
  readonly strict: boolean;
}

// Counts come from files that anyone may write: products beyond 2^53 would round, so they are formed in BigInt.

/** Exact: covered x 10000 against floor x total. Nothing to cover meets no floor. */
export function meetsFloor(count: Count, { floor, strict }: Floor): boolean {
  if (count.total <= 0) return false;
  const reached = BigInt(count.covered) * 10_000n;
  const needed = BigInt(floor) * BigInt(count.total);
  return strict ? reached > needed : reached >= needed;
}

/** How many more must be covered; null when the floor cannot be met at all (strictly above 100 %). */
export function missingToFloor(count: Count, { floor, strict }: Floor): number | null {
  const product = BigInt(floor) * BigInt(count.total);
  const least = strict ? product / 10_000n + 1n : (product + 9_999n) / 10_000n;
  if (least > BigInt(count.total)) return null;
  return Math.max(0, Number(least - BigInt(count.covered)));
}

/** True when a's ratio is below b's, exactly. */
export function isLower(a: Count, b: Count): boolean {
  return BigInt(a.covered) * BigInt(b.total) < BigInt(b.covered) * BigInt(a.total);
}
