import { fileExtension, isSourceFile } from '../../evidence/coverage/source-files.ts';
import type { Policy } from '../../policy/policy.ts';
import { componentCoverage } from './component-coverage.ts';
import { componentOf } from './component-of.ts';
import type { CoverageContext } from './coverage-context.ts';
import type { CoverageWords } from './coverage-words.ts';
import { figureState } from './figure-state.ts';
import { withStates } from './with-states.ts';
import type { ComponentState, UnknownFigure } from './figure-state.ts';

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
  const isSource = sourcesAsInHead(context);
  const ownerOf = componentOf(policy.components);
  const states = figures.components.map((component, index): ComponentState => {
    // What is carried forward has not changed since the base either.
    const own = context.states[index];
    if (own?.state.kind === 'measured' && own.state.carried) return own;
    const judged = figureState({ policy, snapshot, words, treeKnown: figures.treeKnown }, component);
    const isThere = judged.state.kind === 'absent' && snapshot.tree?.some((path) => isSource(path) && ownerOf(path) === component.component);
    return isThere ? { ...judged, state: unreported(words) } : judged;
  });
  return { ...context, snapshot, figures: withStates(figures, states), states };
}

/** A language that only reports tell of is one at the base as well, also where no report of the base came. */
function sourcesAsInHead({ figures }: CoverageContext): (path: string) => boolean {
  const extensions = new Set([...figures.covered.files.keys()].map(fileExtension).filter((extension) => extension !== ''));
  return (path) => isSourceFile(path, extensions);
}

function unreported(words: CoverageWords): UnknownFigure {
  return { kind: 'unknown', verdict: 'cannot-evaluate', code: 'coverage.no-report', reason: words.noReport([]), next: '' };
}
