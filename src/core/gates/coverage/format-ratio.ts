import type { Count } from '../../evidence/report.ts';

/** A ratio in percent with two decimals, rounded DOWN: 84.999 % must not read 85.00 %. Of nothing: an en dash. */
export function formatRatio(count: Count): string {
  return count.total === 0 ? '–' : formatBasisPoints(Number((BigInt(count.covered) * 10_000n) / BigInt(count.total)));
}

/** Basis points as percent: 8500 is `85 %`, 8550 is `85.50 %`. */
export function formatBasisPoints(points: number): string {
  const whole = Math.trunc(points / 100);
  const rest = points % 100;
  return `${whole}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`} %`;
}
