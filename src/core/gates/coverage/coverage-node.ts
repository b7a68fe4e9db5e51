import type { Outcome, Verdict } from '../../verdict/verdict.ts';
import { combineAll } from '../../verdict/combine.ts';
import type { UnknownFigure } from './figure-state.ts';

interface Leaf {
  readonly id: string;
  readonly title: string;
  readonly verdict: Outcome;
  readonly code: string;
  readonly reason: string;
  readonly next?: string | null;
  readonly brief?: string;
}

/** A node without children. */
export function coverageLeaf(leaf: Leaf): Verdict {
  return { ...leaf, next: leaf.next ?? null, children: [] };
}

/** A figure that is not there, as a node. */
export function unknownNode(place: { readonly id: string; readonly title: string }, state: UnknownFigure): Verdict {
  const { verdict, code, reason, next, deadline } = state;
  return { ...coverageLeaf({ ...place, verdict, code, reason, next }), ...(deadline === undefined ? {} : { deadline }) };
}

/** A node whose children must all hold: its reason and next step are those of the child that decides it. */
export function coverageGroup(place: { readonly id: string; readonly title: string }, children: readonly Verdict[], holds: (count: number) => string): Verdict {
  const outcomes = children.map((child) => child.verdict);
  const verdict = children.length > 0 && outcomes.every((outcome) => outcome === 'not-applicable') ? 'not-applicable' : combineAll(outcomes);
  const deciding = children.filter((child) => child.verdict === verdict);
  const first = deciding[0];
  const deadlines = deciding.flatMap((child) => child.deadline ?? []).sort();
  const applied = children.filter((child) => child.verdict !== 'not-applicable').length;
  return {
    ...place,
    verdict,
    code: verdict === 'pass' ? 'coverage.holds' : (first?.code ?? 'coverage.nothing-to-judge'),
    reason: verdict === 'pass' ? holds(applied) : sharedReason(deciding),
    next: verdict === 'pass' ? null : (first?.next ?? null),
    children,
    ...briefOf(verdict === 'pass' ? children.filter((child) => child.verdict === 'pass') : deciding, verdict),
    ...(verdict === 'pending' && deadlines[0] !== undefined ? { deadline: deadlines[0] } : {}),
  };
}

/** Figures in one line. Where something is missing, the first reason says more than a list of them. */
function briefOf(telling: readonly Verdict[], verdict: Outcome): Pick<Verdict, 'brief'> {
  const [first] = telling;
  if (verdict !== 'pass' && verdict !== 'fail') return first ? { brief: first.brief ?? first.reason } : {};
  const figures = telling.flatMap((node) => node.brief ?? []);
  // Where all holds, the total and the change say enough; a list of components would not.
  const leaves = telling.every(({ children }) => children.length === 0);
  if (figures.length === 0 || (verdict === 'pass' && leaves && figures.length > 1)) return {};
  return { brief: figures.slice(0, 3).join('; ') + (figures.length > 3 ? '; …' : '') };
}

/** The deciding children in one breath: those of one reason are named together, and the rest stand in the tree. */
function sharedReason(deciding: readonly Verdict[]): string {
  if (deciding.length < 2) return deciding[0]?.reason ?? '';
  const byReason = Map.groupBy(deciding, ({ reason }) => reason);
  const sentences = [...byReason].map(([reason, nodes]) =>
    nodes.length === deciding.length ? reason : `${nodes.map(({ title }) => title).join(', ')}: ${reason}`,
  );
  return sentences.slice(0, 3).join(' ');
}
