import { sameCount } from '../../coverage/count.ts';
import type { FlagList } from '../../input/flag-list.ts';
import type { Count } from '../../report.ts';

/** Flags a sum that a report declares and that is not what its body adds up to. The body counts. */
export function compareHeader(flags: FlagList, what: string, counts: { readonly declared: Count | null; readonly counted: Count | null }): void {
  const { declared, counted } = counts;
  if (!declared || sameCount(declared, counted ?? { covered: 0, total: 0 })) return;
  flags.add(`header-disagrees: ${what} ${said(declared)}, counted ${said(counted)}`);
}

function said(count: Count | null): string {
  return count ? `${count.covered} of ${count.total}` : 'none';
}
