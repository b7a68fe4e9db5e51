import type { Policy } from '../../policy/policy.ts';
import type { PullFacts } from '../../snapshot/facts.ts';
import type { PullSnapshot } from '../../snapshot/pull-snapshot.ts';
import { carriedState } from './carry/carried-state.ts';
import { componentCoverage } from './component-coverage.ts';
import type { CoverageFigures } from './component-coverage.ts';
import { coverageWords } from './coverage-words-by-locale.ts';
import type { CoverageWords } from './coverage-words.ts';
import { figureState } from './figure-state.ts';
import type { ComponentState } from './figure-state.ts';
import { withStates } from './with-states.ts';

/** Everything the nodes of the coverage gate look at, formed once for a pull request. */
export interface CoverageContext {
  readonly policy: Policy;
  readonly snapshot: PullSnapshot;
  readonly pull: PullFacts;
  readonly gate: string;
  readonly words: CoverageWords;
  readonly figures: CoverageFigures;
  /** By which files are placed; `policy` may hold only some of its components. */
  readonly whole: Policy;
  /** One a component, in the configuration's order. */
  readonly states: readonly ComponentState[];
}

export function coverageContext(input: {
  readonly policy: Policy;
  readonly snapshot: PullSnapshot;
  readonly pull: PullFacts;
  readonly gate: string;
  readonly whole?: Policy;
}): CoverageContext {
  const { policy, whole = policy, snapshot, pull } = input;
  const words = coverageWords[policy.locale];
  const figures = componentCoverage({ policy: whole, tree: snapshot.tree, evidence: snapshot.evidence });
  const judged = figures.components.filter(({ component }) => policy.components.some(({ id }) => id === component.id));
  const states = judged.map((component) =>
    carriedState({ policy: whole, snapshot, pull, words }, figureState({ policy, snapshot, words, treeKnown: figures.treeKnown }, component)),
  );
  return { ...input, whole, words, figures: withStates(figures, states), states };
}
