import type { Policy } from '../../policy/policy.ts';
import { componentCoverage } from './component-coverage.ts';
import type { CoverageContext } from './coverage-context.ts';
import { figureState } from './figure-state.ts';

/** Whether anything of a policy looks at the base: only then is its evidence read. */
export function looksAtBase({ coverage, components }: Pick<Policy, 'coverage' | 'components'>): boolean {
  return coverage.threshold !== undefined || components.some(({ threshold }) => threshold !== undefined);
}

/** The same components at the commit where the pull request left its base, from that commit's own evidence; null where it is not known. */
export function baseCoverage(context: CoverageContext): CoverageContext | null {
  const { policy, words } = context;
  const base = context.snapshot.bases?.find(({ sha }) => sha === context.pull.mergeBase);
  if (!base) return null;
  const snapshot = { ...context.snapshot, headSha: base.sha, tree: base.tree, evidence: base.evidence };
  const figures = componentCoverage({ policy, tree: base.tree, evidence: base.evidence });
  const states = figures.components.map((component) => figureState({ policy, snapshot, words, treeKnown: figures.treeKnown }, component));
  return { ...context, snapshot, figures, states };
}
