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
    reason: verdict === 'pass' ? holds(applied) : deciding.slice(0, 3).map((child) => (deciding.length > 1 ? `${child.title}: ${child.reason}` : child.reason)).join(' '),
    next: verdict === 'pass' ? null : [...new Set(deciding.flatMap((child) => child.next ?? []))].slice(0, 3).join(' ') || null,
    children,
    ...(verdict === 'pending' && deadlines[0] !== undefined ? { deadline: deadlines[0] } : {}),
  };
}
