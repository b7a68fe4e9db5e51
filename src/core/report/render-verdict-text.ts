import type { Locale } from '../playbook/text-schema.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { holds } from './holds.ts';
import { isOpen, outcomeSigns } from './outcome-signs.ts';
import { plainProse } from './prose.ts';
import { reportWords } from './report-words.ts';

// An escape in a title must not steer the terminal.
const controls = /\p{Cc}+/gu;

/** A verdict tree for a terminal, without colour: one line a node, and below each leaf that is open what to do. */
export function renderVerdictText(verdict: Verdict, locale: Locale): string {
  return lines(verdict, locale, { depth: 0, steps: true }).join('\n');
}

function lines(node: Verdict, locale: Locale, { depth, steps }: { depth: number; steps: boolean }): string[] {
  const indent = '  '.repeat(depth);
  const say = reportWords[locale];
  const head = `${indent}${outcomeSigns[node.verdict]} ${clean(node.title)}: ${depth === 0 ? `${say.outcome[node.verdict]}. ` : ''}${clean(node.reason)}`;
  const own = steps && node.next !== null && isOpen(node.verdict) && (depth === 0 || node.children.length === 0) ? [`${indent}   → ${clean(node.next)}`] : [];
  return [head.trimEnd(), ...own, ...node.children.flatMap((child) => lines(child, locale, { depth: depth + 1, steps: steps && !holds(node) }))];
}

function clean(text: string): string {
  return plainProse(text).replace(controls, ' ');
}
