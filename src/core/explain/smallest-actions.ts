import { isOpen } from '../report/outcome-signs.ts';
import type { Verdict } from '../verdict/verdict.ts';

/**
 * One thing that has to happen: somebody acts, a machine is waited for, or what could not be read has to be looked at.
 * `first` is an act after which somebody still has to sign: as long as nobody may, nobody can be asked to.
 */
export interface Action {
  readonly kind: 'act' | 'first' | 'wait' | 'look';
  readonly what: string;
  /** The node that asks for it; of several, the first. */
  readonly node: Verdict;
  /** What it is asked for: the id and title of each criterion, checkpoint or part of a gate. */
  readonly subjects: readonly Subject[];
}

export interface Subject {
  readonly id: string;
  readonly title: string;
}

// Beyond this, ways are dropped, the costliest first: the answer is then a good one, and may not be the smallest of all.
const mostWays = 32;
const costs: Readonly<Record<Action['kind'], number>> = { wait: 0, act: 1, first: 2, look: 1_000 };

/**
 * The smallest set of actions that turns a verdict green, by the tree's own algebra: of parts that must all hold, what each
 * of the open ones asks; of parts of which one is enough, the cheapest. What two parts ask alike is one action. Waiting for
 * a machine costs nothing; what cannot be read is chosen last, since nobody knows whether a look at it is enough.
 */
export function smallestActions(verdict: Verdict): Action[] {
  const [first] = waysOf(verdict, null);
  const actions = first ? [...first.values()] : [];
  const own = actions.filter(({ node }) => !following.includes(node.code));
  return own.length > 0 ? own : actions;
}

/** A set of actions that is enough, by what they say. */
type Way = ReadonlyMap<string, Action>;

const nothing: Way = new Map();
// These only wait for their neighbours: nothing is to be done for them by themselves.
const following: readonly string[] = ['coverage.total-incomplete'];
const combined = /^(?:all|any)\./;

function waysOf(node: Verdict, above: Subject | null): Way[] {
  if (!isOpen(node.verdict)) return [nothing];
  const subject = above ?? { id: node.id, title: node.title };
  const parts = node.code === 'criterion.waiver-unknown' || node.code.startsWith('not.') ? [] : node.children.filter(({ verdict }) => isOpen(verdict));
  if (parts.length === 0) return [new Map([[toldBy(node), { kind: kindOf(node), what: toldBy(node), node, subjects: [subject] }]])];
  // Combined rules have no name of their own: what they are about stands above them.
  const inner = combined.test(node.code) ? subject : null;
  const ways = parts.map((part) => waysOf(part, inner));
  return node.code.startsWith('any.') ? cheapest(ways.flat()) : allOf(ways);
}

/** What all parts ask together. Where there is no choice the one way grows: of thousands of criteria few leave one. */
function allOf(parts: readonly (readonly Way[])[]): Way[] {
  let done: Map<string, Action>[] = [new Map()];
  for (const ways of parts) {
    const [[way], [more]] = [done, ways];
    if (way && more && done.length === 1 && ways.length === 1) grow(way, more);
    else done = cheapest(done.flatMap((known) => ways.map((other) => grow(new Map(known), other))));
  }
  return done;
}

function toldBy(node: Verdict): string {
  return node.next ?? node.reason;
}

function kindOf({ verdict, code }: Verdict): Action['kind'] {
  if (verdict === 'pending') return 'wait';
  if (/\.(?:nobody|authority-unset)$/.test(code)) return 'first';
  return /(?:-unavailable|[.-]unread|sprint-unknown)$/.test(code) ? 'look' : 'act';
}

function grow(way: Map<string, Action>, more: Way): Map<string, Action> {
  for (const [what, action] of more) {
    const known = way.get(what);
    way.set(what, known ? { ...known, subjects: withNew(known.subjects, action.subjects) } : action);
  }
  return way;
}

function withNew(known: readonly Subject[], more: readonly Subject[]): Subject[] {
  return [...known, ...more.filter(({ id }) => !known.some((subject) => subject.id === id))];
}

/** The cheapest ways, each once; of equal cost the method's own order decides. */
function cheapest<Known extends Way>(ways: readonly Known[]): Known[] {
  const each = new Map(ways.toReversed().map((way) => [JSON.stringify([...way.keys()].toSorted()), way]));
  return [...each.values()]
    .toReversed()
    .toSorted((a, b) => costOf(a) - costOf(b))
    .slice(0, mostWays);
}

function costOf(way: Way): number {
  return [...way.values()].reduce((sum, { kind }) => sum + costs[kind], 0);
}
