import type { Verdict } from '../verdict/verdict.ts';

/** Whether a node holds by itself: a waiver or an override lets it through, and what it let through is still to be mended. */
export function holds({ verdict, waivedBy }: Verdict): boolean {
  return verdict === 'pass' && !waivedBy;
}
