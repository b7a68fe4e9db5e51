import type { GateVerdict, Outcome, Verdict } from '../verdict/verdict.ts';

/** A node that comes out otherwise. `before` or `after` is null where the node is not in that tree. */
export interface Flip {
  readonly gate: string;
  readonly id: string;
  readonly title: string;
  /** Steps below the gate: 0 for the gate itself. */
  readonly depth: number;
  readonly before: Outcome | null;
  readonly after: Outcome | null;
  readonly reason: string;
}

interface Place {
  readonly node: Verdict;
  readonly depth: number;
}

/** Which nodes flip between two judgements, gate by gate in the order of the later one; what is no longer there comes last. */
export function compareVerdicts(before: readonly GateVerdict[], after: readonly GateVerdict[]): Flip[] {
  const gates = [...new Set([...after, ...before].map(({ gate }) => gate))];
  return gates.flatMap((gate) => {
    const trees = [before, after].map((verdicts) => walk(verdicts.find((verdict) => verdict.gate === gate)));
    const shared = new Set(trees.flatMap(repeated));
    const [was, is] = [placesOf(trees[0] ?? [], shared), placesOf(trees[1] ?? [], shared)];
    const stays = [...is].map(([key, place]) => flipOf(gate, was.get(key), place));
    const gone = [...was].filter(([key]) => !is.has(key)).map(([, place]) => flipOf(gate, place, undefined));
    return [...stays, ...gone].filter((flip) => flip !== null);
  });
}

/** What does not apply and what is not there are alike: neither is asked for. */
function flipOf(gate: string, was: Place | undefined, is: Place | undefined): Flip | null {
  const shown = is ?? was;
  const [before, after] = [was?.node.verdict ?? null, is?.node.verdict ?? null];
  if (!shown || asked(before) === asked(after)) return null;
  const { id, title, reason } = shown.node;
  return { gate, id, title, depth: shown.depth, before, after, reason };
}

/** What a node asks for: where it does not apply, or is not there, nothing. */
export function asked(outcome: Outcome | null): Outcome | null {
  return outcome === 'not-applicable' ? null : outcome;
}

interface Step extends Place {
  /** The ids from the gate down to the node. */
  readonly way: readonly string[];
}

/** A waived criterion keeps what was found below it, under its own id: that is still the same criterion. */
function walk(node: Verdict | undefined, above: readonly string[] = []): Step[] {
  if (!node) return [];
  const way = [...above, node.id];
  const children = node.children.filter(({ id }) => id !== node.id);
  return [{ node, depth: above.length, way }, ...children.flatMap((child) => walk(child, way))];
}

function repeated(steps: readonly Step[]): string[] {
  const ids = steps.map(({ node }) => node.id);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

/**
 * A criterion is the same wherever in the tree it stands: it is known by its id. Nodes that share an id, such as the parts of
 * combined rules, are known by their way from the nearest node that does not, and by their place there.
 */
function placesOf(steps: readonly Step[], shared: ReadonlySet<string>): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { node, depth, way } of steps) {
    const from = way.findLastIndex((id) => !shared.has(id));
    const named = JSON.stringify(way.slice(Math.max(from, 0)));
    let key = named;
    for (let place = 1; places.has(key); place++) key = `${named}${place}`;
    places.set(key, { node, depth });
  }
  return places;
}
