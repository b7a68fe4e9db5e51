import type { GateVerdict, Outcome } from '../verdict/verdict.ts';

/** A gate of an open pull request that would come out otherwise. */
export interface GateFlip {
  readonly gate: string;
  readonly title: string;
  readonly before: Outcome;
  readonly after: Outcome;
}

/** What a proposed configuration would make of the other open pull requests, as they were when this was read. */
export type OpenPullFlips =
  | {
      readonly kind: 'judged';
      readonly open: number;
      readonly judged: number;
      readonly pulls: readonly { readonly pull: number; readonly gates: readonly GateFlip[] }[];
    }
  | { readonly kind: 'not-computed'; readonly why: 'needs-app' | 'unreadable' };

interface JudgedPull {
  readonly pull: number;
  readonly verdict: GateVerdict;
}

/** The gates of each pull request that come out otherwise; one that is new or dropped is no flip of a verdict. */
export function gateFlips(before: readonly JudgedPull[], after: readonly JudgedPull[]): { pull: number; gates: GateFlip[] }[] {
  const flips = after.flatMap(({ pull, verdict }) => {
    const was = before.find((each) => each.pull === pull && each.verdict.gate === verdict.gate)?.verdict;
    const { gate, title } = verdict;
    return was && was.verdict !== verdict.verdict ? [{ pull, flip: { gate, title, before: was.verdict, after: verdict.verdict } }] : [];
  });
  return [...Map.groupBy(flips, ({ pull }) => pull)].map(([pull, own]) => ({ pull, gates: own.map(({ flip }) => flip) }));
}
