/** Hundredths of a percent, exactly as the figure is written: 92.35 is 9235. Null with more than two decimals. */
export function basisPointsOf(percent: number): number | null {
  // Read from its decimal spelling: 1.1 * 100 is 110.00000000000001 in floating point.
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(String(percent));
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Basis points as people write them: 9235 is `92.35`, 9500 is `95`. */
export function percentText(basisPoints: number): string {
  const whole = Math.trunc(basisPoints / 100);
  const rest = String(basisPoints % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return rest ? `${whole}.${rest}` : String(whole);
}
