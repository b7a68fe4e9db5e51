import { canonicalJson } from '../markers/digest.ts';
import type { LedgerView } from '../plan/ledger-view.ts';
import type { Verdict } from '../verdict/verdict.ts';

/** A demand that came out otherwise; null on the side that does not have it. */
export interface NodeDifference {
  /** Ids from the gate down to the demand. */
  readonly path: readonly string[];
  readonly before: string | null;
  readonly after: string | null;
}

/** A gate that came out otherwise for one pull request. */
export interface GateDifference {
  readonly gate: string;
  readonly pull: number;
  readonly before: string | null;
  readonly after: string | null;
  /** The lowest demands that differ. */
  readonly nodes: readonly NodeDifference[];
}

/** Holds two judgements against each other, gate by gate. Empty where they are equal in every word. */
export function compareVerdicts(before: LedgerView['gates'], after: LedgerView['gates']): GateDifference[] {
  const old = trees(before);
  const young = trees(after);
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((name) => {
    const [first, second] = [old.get(name), young.get(name)];
    if (canonicalJson(first ?? null) === canonicalJson(second ?? null)) return [];
    const [gate = '', pull = ''] = name.split('\n');
    const nodes = differences([], first?.verdict ?? null, second?.verdict ?? null);
    return [{ gate, pull: Number(pull), before: first?.verdict.verdict ?? null, after: second?.verdict.verdict ?? null, nodes }];
  });
}

interface Tree {
  readonly enforcement: string;
  readonly checkName: string;
  readonly verdict: Verdict;
}

function trees(gates: LedgerView['gates']): Map<string, Tree> {
  return new Map(
    gates.flatMap(({ gate, checkName, enforcement, pulls }) =>
      pulls.map(({ pull, verdict }): [string, Tree] => [`${gate}\n${pull.number}`, { checkName, enforcement, verdict }]),
    ),
  );
}

function differences(above: readonly string[], before: Verdict | null, after: Verdict | null): NodeDifference[] {
  const path = [...above, (before ?? after)?.id ?? ''];
  if (!before || !after) return [{ path, before: before && said(before), after: after && said(after) }];
  const ids = [...new Set([...before.children, ...after.children].map(({ id }) => id))];
  const below = ids.flatMap((id) => differences(path, childOf(before, id), childOf(after, id)));
  if (below.length > 0) return below;
  return canonicalJson(before) === canonicalJson(after) ? [] : [{ path, before: said(before), after: said(after) }];
}

function childOf({ children }: Verdict, id: string): Verdict | null {
  return children.find((child) => child.id === id) ?? null;
}

function said({ verdict, code, reason }: Verdict): string {
  return `${verdict} (${code}): ${reason}`;
}
