import type { Verdict } from '../verdict/verdict.ts';
import { isOpen, worstFirst } from './outcome-signs.ts';

/**
 * The nodes that say what is wrong, worst first: as deep as a reason can be told by itself. A combined rule stands for its
 * parts: it says how many hold and which decides. A waived node is no problem, whatever is below it.
 */
export function collectProblems(verdict: Verdict): Verdict[] {
  return worstFirst(problemsOf(verdict), (node) => node.verdict);
}

const combined = /^(?:all|any|not)\./;

function problemsOf(node: Verdict): Verdict[] {
  if (!isOpen(node.verdict)) return [];
  if (combined.test(node.code)) return [node];
  const below = node.children.flatMap(problemsOf);
  return below.length > 0 ? below : [node];
}
