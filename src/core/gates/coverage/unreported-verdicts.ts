import type { Verdict } from '../../verdict/verdict.ts';
import type { CoverageContext } from './coverage-context.ts';
import { coverageLeaf } from './coverage-node.ts';
import { nameAmbiguous } from './name-ambiguous.ts';

/** Sources that no report mentions are not forgotten: they count against a limit, and are named where none is set. */
export function unreportedVerdicts(context: CoverageContext): Verdict[] {
  const { words } = context;
  const limit = context.policy.coverage.unreportedLimit;
  const measured = context.states.filter(({ state }) => state.kind === 'measured');
  if (measured.length === 0) return [];
  const place = { id: `${context.gate}.unreported`, title: words.unreportedTitle };
  const paths = [...new Set(measured.flatMap(({ figures }) => figures.unreported))];
  const doubts = [...new Set(measured.map(({ figures }) => nameAmbiguous(words, figures, figures.unreported)))].join('');
  if (limit === null) {
    const reason = paths.length === 0 ? words.unreportedNone : words.unreportedUnlimited(paths.length, paths) + doubts;
    return [coverageLeaf({ ...place, verdict: 'not-applicable', code: 'coverage.unreported-unlimited', reason })];
  }
  if (paths.length <= limit)
    return [coverageLeaf({ ...place, verdict: 'pass', code: 'coverage.unreported-held', reason: words.unreportedHeld(paths.length, limit) + doubts })];
  return [
    coverageLeaf({
      ...place,
      verdict: 'fail',
      code: 'coverage.unreported-over',
      reason: words.unreportedOver(paths.length, limit, paths) + doubts,
      next: words.unreportedNext,
    }),
  ];
}
