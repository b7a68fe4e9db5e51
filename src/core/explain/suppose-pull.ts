import { InputError } from '../errors/input-error.ts';
import { evaluate } from '../gates/evaluate.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import type { GateVerdict, Outcome } from '../verdict/verdict.ts';
import { compareVerdicts, type Flip } from './compare-verdicts.ts';
import { editSnapshot, supposeDecisionsRead } from './edit-snapshot.ts';
import type { Edits } from './edits.ts';
import { shownFlips } from './shown-flips.ts';

/** How a gate stands without and with what is supposed; null where it is not there. */
export interface SupposedGate {
  readonly gate: string;
  readonly title: string;
  readonly before: Outcome | null;
  readonly after: Outcome | null;
  /** What holds afterwards. */
  readonly reason: string;
  readonly next: string | null;
}

/** What comes of what is supposed, small enough to be shown: the first of what flips, and how much more does. */
export interface Supposed {
  /** Both sides suppose that nobody has signed, because the decisions could not be read. */
  readonly decisionsSupposed: boolean;
  readonly gates: readonly SupposedGate[];
  readonly flips: readonly Flip[];
  readonly more: number;
}

const mostFlips = 200;

/** Judges a snapshot as it is and with edits, for one pull request. An edit that cannot be made is told as a sentence. */
export function supposePull(snapshot: PullSnapshot, edits: Edits, pull: number): Supposed | { readonly impossible: string } {
  try {
    return suppose(snapshot, edits, pull);
  } catch (error) {
    if (error instanceof InputError) return { impossible: error.message };
    throw error;
  }
}

function suppose(read: PullSnapshot, edits: Edits, pull: number): Supposed {
  const unread = edits.signatures?.length !== 0 && read.unavailable.some(({ what }) => what === 'decisions');
  const base = unread ? supposeDecisionsRead(read) : read;
  const [before, after] = [verdictsOf(base, pull), verdictsOf(editSnapshot(base, edits, pull), pull)];
  const flips = shownFlips(compareVerdicts(before, after));
  const gates = [...new Set([...after, ...before].map(({ gate }) => gate))].flatMap((gate) => {
    const [was, is] = [before, after].map((verdicts) => verdicts.find((verdict) => verdict.gate === gate));
    const shown = is ?? was;
    return shown ? [{ gate, title: shown.title, before: was?.verdict ?? null, after: is?.verdict ?? null, reason: shown.reason, next: shown.next }] : [];
  });
  return { decisionsSupposed: unread, gates, flips: flips.slice(0, mostFlips), more: Math.max(0, flips.length - mostFlips) };
}

function verdictsOf(snapshot: PullSnapshot, number: number): GateVerdict[] {
  return evaluate(snapshot).gates.flatMap(({ enforcement, pulls }) =>
    enforcement === 'off' ? [] : pulls.flatMap(({ pull, verdict }) => (pull.number === number ? [verdict] : [])),
  );
}
