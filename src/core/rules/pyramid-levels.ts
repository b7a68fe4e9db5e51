import type { TestsReport } from '../evidence/report.ts';
import type { RuleContext } from './rule-context.ts';

/** A level of the test pyramid: its share of all tests in basis points, and how many of its tests ran; null while no usable report tells. */
export interface PyramidLevel {
  readonly type: string;
  readonly share: number;
  readonly ran: number | null;
}

export function pyramidLevels({ policy, bundles }: RuleContext): readonly PyramidLevel[] {
  const reports = bundles.flatMap((bundle) => bundle.reports).filter((report): report is TestsReport => report.kind === 'tests');
  return policy.playbook.pyramid.map(({ type, share }) => {
    const own = reports.filter((report) => report.type === type);
    if (own.length === 0 || own.some(({ outcome }) => outcome !== 'ok')) return { type, share, ran: null };
    return { type, share, ran: own.reduce((sum, { totals }) => sum + totals.tests - totals.skipped, 0) };
  });
}
