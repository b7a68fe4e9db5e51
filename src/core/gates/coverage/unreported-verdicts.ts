import type { Verdict } from '../../verdict/verdict.ts';
import type { CoverageContext } from './coverage-context.ts';
import { coverageLeaf } from './coverage-node.ts';

/** Sources that no report mentions are not forgotten: they count against a limit. */
export function unreportedVerdicts(context: CoverageContext): Verdict[] {
  const { words } = context;
  const limit = context.policy.coverage.unreportedLimit;
  const measured = context.states.filter(({ state }) => state.kind === 'measured');
  if (limit === null || measured.length === 0) return [];
  const place = { id: `${context.gate}.unreported`, title: words.unreportedTitle };
  const paths = [...new Set(measured.flatMap(({ figures }) => figures.unreported))];
  if (paths.length <= limit) return [coverageLeaf({ ...place, verdict: 'pass', code: 'coverage.unreported-held', reason: words.unreportedHeld(paths.length, limit) })];
  return [coverageLeaf({ ...place, verdict: 'fail', code: 'coverage.unreported-over', reason: words.unreportedOver(paths.length, limit, paths), next: words.unreportedNext })];
}
