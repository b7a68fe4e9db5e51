import type { Locale } from '../playbook/text-schema.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { holds } from './holds.ts';
import { isOpen, outcomeSigns, worstFirst } from './outcome-signs.ts';
import { reportWords } from './report-words.ts';
import { shortProse } from './short-prose.ts';
import { byteLength } from './truncate-bytes.ts';

// GitHub nests lists further, but nobody reads them.
const maxDepth = 6;
const maxSentence = 600;

/**
 * The verdict tree as a nested list, worst first, in at most so many bytes. Too long, it first leaves out what holds, then
 * what comes last, and always says how many.
 */
export function renderTree(verdicts: readonly Verdict[], locale: Locale, maxBytes: number): string {
  const whole = linesOf(verdicts, { depth: 0, all: true, steps: true });
  const text = whole.join('\n');
  if (byteLength(text) <= maxBytes) return text;
  const say = reportWords[locale];
  const open = linesOf(verdicts, { depth: 0, all: false, steps: true });
  const kept = fit(open, maxBytes - 400);
  const notes = [];
  if (kept.length < open.length) notes.push(`- ${say.more(open.length - kept.length)}`);
  if (whole.length > open.length) notes.push(`- ${say.passingNotShown(whole.length - open.length)}`);
  return [...kept, ...notes].join('\n');
}

interface Level {
  readonly depth: number;
  /** Whether what holds is shown too. */
  readonly all: boolean;
  /** Whether the next step is told: below what holds, such as one of several alternatives, there is none. */
  readonly steps: boolean;
}

function linesOf(verdicts: readonly Verdict[], level: Level): string[] {
  const shown = worstFirst(verdicts, (node) => node.verdict).filter((node) => level.all || isOpen(node.verdict));
  return shown.flatMap((node) => {
    const line = `${'  '.repeat(level.depth)}- ${describe(node, level.steps)}`;
    const below = { ...level, depth: level.depth + 1, steps: level.steps && !holds(node) };
    return below.depth < maxDepth ? [line, ...linesOf(node.children, below)] : [line];
  });
}

function describe(node: Verdict, steps: boolean): string {
  const next = steps && node.next !== null && isOpen(node.verdict) && node.children.length === 0 ? ` → ${prose(node.next)}` : '';
  // A reason that names its subject would say it twice.
  const told = node.reason.startsWith(`${node.title}: `) ? node.reason.slice(node.title.length + 2) : node.reason;
  const reason = told.trim() === '' ? '' : `: ${prose(told)}`;
  return `${outcomeSigns[node.verdict]} **${prose(node.title)}**${reason}${next}`;
}

function prose(text: string): string {
  return shortProse(text, maxSentence);
}

function fit(lines: readonly string[], maxBytes: number): string[] {
  const kept: string[] = [];
  let bytes = 0;
  for (const line of lines) {
    bytes += byteLength(line) + 1;
    if (bytes > maxBytes) break;
    kept.push(line);
  }
  return kept;
}
