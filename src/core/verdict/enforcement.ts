/** What the configuration makes of a gate: `block` closes it, `warn` posts success with the true verdict, `off` posts nothing. */
export type Enforcement = 'block' | 'warn' | 'off';

const strength: Readonly<Record<Enforcement, number>> = { block: 2, warn: 1, off: 0 };

/** Whether the first asks for less than the second. */
export function isWeaker(a: Enforcement, b: Enforcement): boolean {
  return strength[a] < strength[b];
}

/** The one that binds most; of none, `block`. */
export function strongest(enforcements: readonly Enforcement[]): Enforcement {
  return enforcements.toSorted((a, b) => strength[b] - strength[a])[0] ?? 'block';
}
