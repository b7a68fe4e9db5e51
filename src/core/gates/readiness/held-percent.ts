/** A whole percentage, rounded down: 100 only when all hold. Nothing to hold is 0. */
export function heldPercent(held: number, of: number): number {
  return of === 0 ? 0 : Math.floor((held * 100) / of);
}
