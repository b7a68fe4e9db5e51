import type { Count } from '../../evidence/report.ts';
import { formatBasisPoints } from './format-ratio.ts';

/** A count and the same count at the base. Neither is of nothing. */
export interface Compared {
  readonly head: Count;
  readonly base: Count;
}

/** Whether the ratio fell by no more than this many basis points; exact. */
export function isWithinDrop({ head, base }: Compared, allowed: number): boolean {
  return BigInt(head.covered) * 10_000n * BigInt(base.total) >= leastAllowed({ head, base }, allowed);
}

/** Uncovered units: where there are no more of them than at the base, a worse ratio comes from removed code alone. */
export function uncovered({ covered, total }: Count): number {
  return total - covered;
}

/** How many more must be covered until the drop is allowed, or nothing more is uncovered than at the base, whichever is less. */
export function missingToDrop({ head, base }: Compared, allowed: number): number {
  const unit = 10_000n * BigInt(base.total);
  const least = (leastAllowed({ head, base }, allowed) + unit - 1n) / unit;
  return Math.max(0, Math.min(Number(least) - head.covered, uncovered(head) - uncovered(base)));
}

/** The change in percentage points, rounded DOWN: a drop never reads as none. */
export function formatChange({ head, base }: Compared): string {
  const difference = BigInt(head.covered) * BigInt(base.total) - BigInt(base.covered) * BigInt(head.total);
  if (difference === 0n) return '±0';
  const of = BigInt(head.total) * BigInt(base.total);
  const points = difference < 0n ? (-difference * 10_000n + of - 1n) / of : (difference * 10_000n) / of;
  return `${difference < 0n ? '−' : '+'}${formatBasisPoints(Number(points)).replace(' %', '')}`;
}

function leastAllowed({ head, base }: Compared, allowed: number): bigint {
  return BigInt(head.total) * (BigInt(base.covered) * 10_000n - BigInt(allowed) * BigInt(base.total));
}
