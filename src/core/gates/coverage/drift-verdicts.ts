import type { Count } from '../../evidence/report.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { componentCoverage } from './component-coverage.ts';
import type { CoverageContext } from './coverage-context.ts';
import { coverageLeaf } from './coverage-node.ts';
import { formatBasisPoints, formatRatio } from './format-ratio.ts';
import { totalGap } from './total-verdict.ts';

/** What the policy may ask besides floors: no drop against the base, and a limit on sources without a report. */
export function driftVerdicts(context: CoverageContext): Verdict[] {
  return [dropVerdict(context), unreportedVerdict(context)].filter((verdict) => verdict !== null);
}

/** Compares the total with the base's. A base without evidence cannot be compared with. */
function dropVerdict(context: CoverageContext): Verdict | null {
  const { policy, snapshot, words } = context;
  const { maxDrop } = policy.coverage;
  if (maxDrop === null || totalGap(context)) return null;
  const place = { id: `${context.gate}.drop`, title: words.dropTitle };
  const base = snapshot.baseEvidence ? componentCoverage({ policy, tree: snapshot.tree, evidence: snapshot.baseEvidence }).total.count : null;
  const head = context.figures.total.count;
  if (!base || base.total === 0 || !head) return coverageLeaf({ ...place, verdict: 'cannot-evaluate', code: 'coverage.no-base', reason: words.noBase, next: words.noBaseNext });
  if (holdsAgainst(head, base, maxDrop)) return coverageLeaf({ ...place, verdict: 'pass', code: 'coverage.held', reason: words.dropHeld(formatRatio(head), formatRatio(base)) });
  return coverageLeaf({ ...place, verdict: 'fail', code: 'coverage.dropped', reason: words.dropped(formatRatio(head), formatRatio(base), formatBasisPoints(maxDrop)), next: words.droppedNext });
}

/** head >= base - maxDrop, multiplied out so that nothing is rounded. */
function holdsAgainst(head: Count, base: Count, maxDrop: number): boolean {
  const [headTotal, baseTotal] = [BigInt(head.total), BigInt(base.total)];
  return BigInt(head.covered) * 10_000n * baseTotal >= (BigInt(base.covered) * 10_000n - BigInt(maxDrop) * baseTotal) * headTotal;
}

/** Sources that no report mentions are not forgotten: they count against a limit. */
function unreportedVerdict(context: CoverageContext): Verdict | null {
  const { words } = context;
  const limit = context.policy.coverage.unreportedLimit;
  const measured = context.states.filter(({ state }) => state.kind === 'measured');
  if (limit === null || measured.length === 0) return null;
  const place = { id: `${context.gate}.unreported`, title: words.unreportedTitle };
  const paths = [...new Set(measured.flatMap(({ figures }) => figures.unreported))];
  if (paths.length <= limit) return coverageLeaf({ ...place, verdict: 'pass', code: 'coverage.unreported-held', reason: words.unreportedHeld(paths.length, limit) });
  return coverageLeaf({ ...place, verdict: 'fail', code: 'coverage.unreported-over', reason: words.unreportedOver(paths.length, limit, paths), next: words.unreportedNext });
}
