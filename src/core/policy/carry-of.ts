import type { Config } from './config-schema.ts';
import type { CarryLimits } from './policy.ts';

/** The limits as a policy has them; nothing where nothing is carried forward. */
export function carryOf(written: NonNullable<Config['coverage']>['carryForward']): { carryForward?: CarryLimits } {
  return written ? { carryForward: { days: written.days, commits: written.commits } } : {};
}
