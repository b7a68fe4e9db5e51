import { fileExtension, isSourceFile } from '../../evidence/coverage/source-files.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { inComponent, inExclude } from './component-coverage.ts';
import type { CoverageContext } from './coverage-context.ts';
import { coverageLeaf } from './coverage-node.ts';
import type { UnknownFigure } from './figure-state.ts';

/** Source files that a pull request brings or changes where nothing measures them: in no component, and in no `exclude`. */
export function changedOutside({ whole, pull, figures }: Pick<CoverageContext, 'whole' | 'pull' | 'figures'>): string[] {
  const extensions = new Set([...figures.covered.files.keys()].map(fileExtension).filter((extension) => extension !== ''));
  const placed = whole.components.flatMap((component) => [inComponent(component), inExclude(component)]);
  return pull.files
    .filter(({ path, status }) => status !== 'removed' && status !== 'unchanged' && isSourceFile(path, extensions) && !placed.some((holds) => holds(path)))
    .map(({ path }) => path);
}

/** Why no figure holds for this change. Else moving code out of its component would end its floor. Null when all is placed. */
export function outsideGap(context: Pick<CoverageContext, 'whole' | 'pull' | 'figures' | 'words'>): UnknownFigure | null {
  const paths = changedOutside(context);
  if (paths.length === 0) return null;
  const { words } = context;
  return { kind: 'unknown', verdict: 'cannot-evaluate', code: 'coverage.changed-outside', reason: words.changedOutside(paths), next: words.changedOutsideNext };
}

/** The gap as a node of the gate; nothing when there is none. */
export function outsideVerdicts(context: CoverageContext): Verdict[] {
  const gap = outsideGap(context);
  if (!gap) return [];
  const { verdict, code, reason, next } = gap;
  return [coverageLeaf({ id: `${context.gate}.outside`, title: context.words.outsideTitle, verdict, code, reason, next })];
}
