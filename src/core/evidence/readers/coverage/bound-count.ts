import type { Count } from '../../report.ts';

/**
 * A declared sum, lowered where the report's own list contradicts it: what is listed and did not run is at least as much of what is
 * declared. Of equal totals the lower count stands.
 */
export function boundCount(declared: Count, listed: Count): Count {
  const most = Math.max(0, declared.total - (listed.total - listed.covered));
  return most < declared.covered ? { covered: most, total: declared.total } : declared;
}
