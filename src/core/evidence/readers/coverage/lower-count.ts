import type { Count } from '../../report.ts';

/** A header's sum where there is one; where what was counted has the same total, the lower of the two. */
export function lowerCount(declared: Count | null, counted: Count): Count {
  return declared && (declared.total !== counted.total || declared.covered < counted.covered) ? declared : counted;
}
