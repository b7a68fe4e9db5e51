import type { Verdict } from '../verdict/verdict.ts';
import { isOpen, worstFirst } from './outcome-signs.ts';

/**
 * The nodes that say what is wrong, worst first: as deep as a reason can be told by itself. An `any` stands for its
 * alternatives, since a reader needs one of them and not all; a waived node is no problem, whatever is below it.
 */
export function collectProblems(verdict: Verdict): Verdict[] {
  return worstFirst(problemsOf(verdict), (node) => node.verdict);
}

function problemsOf(node: Verdict): Verdict[] {
  if (!isOpen(node.verdict)) return [];
  if (node.code.startsWith('any.') || node.code.startsWith('not.')) return [node];
  const below = node.children.flatMap(problemsOf).filter((child) => child.verdict === node.verdict || isOpen(child.verdict));
  return below.length > 0 ? below.map((child) => named(child, node)) : [node];
}

/** A part alone (“Statement of a person”) does not say of what: it takes along the title of the node above. */
function named(child: Verdict, parent: Verdict): Verdict {
  return parent.code.startsWith('all.') && !child.title.startsWith(parent.title) ? { ...child, title: `${parent.title}: ${child.title}` } : child;
}
