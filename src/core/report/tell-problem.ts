import type { Verdict } from '../verdict/verdict.ts';
import { holds } from './holds.ts';
import { isOpen } from './outcome-signs.ts';

/** A problem as its reader needs it: why, and the steps of which any one is enough. */
export interface ToldProblem {
  readonly why: string;
  readonly steps: readonly string[];
}

/**
 * Tells a node of a verdict tree by its first part that decides, instead of counting parts: who has to act asks what is
 * wrong first and what mends it, and the whole tree stands in the check.
 */
export function tellProblem(node: Verdict): ToldProblem {
  const part = decidingPart(node);
  return part === null ? { why: node.reason, steps: node.next === null ? [] : [node.next] } : { why: tellProblem(part).why, steps: stepsOf(node) };
}

/** The leaf that a node's outcome rests on. */
export function decidingLeaf(node: Verdict): Verdict {
  const part = decidingPart(node);
  return part === null ? node : decidingLeaf(part);
}

const combined = /^(?:all|any)\./;

/** Null for a node that tells itself, as one that holds does. */
function decidingPart(node: Verdict): Verdict | null {
  if (!combined.test(node.code) || holds(node)) return null;
  const open = node.children.filter((child) => isOpen(child.verdict));
  // Of several ways the first is the one that the method prefers; of several parts the one that decides.
  return (node.code.startsWith('any.') ? open[0] : open.find(({ verdict }) => verdict === node.verdict)) ?? open[0] ?? null;
}

function stepsOf(node: Verdict): string[] {
  const part = decidingPart(node);
  if (part === null) return node.next === null ? [] : [node.next];
  if (!node.code.startsWith('any.')) return stepsOf(part);
  const steps = node.children.filter((child) => isOpen(child.verdict)).flatMap((child) => stepsOf(child).slice(0, 1));
  return [...new Set(steps)];
}
