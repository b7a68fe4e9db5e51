import type { Locale } from '../playbook/text-schema.ts';
import type { PullFacts } from '../snapshot/facts.ts';
import type { Enforcement } from '../verdict/enforcement.ts';
import type { GateVerdict, Verdict } from '../verdict/verdict.ts';
import { collectProblems } from './collect-problems.ts';
import { groupProblems } from './group-problems.ts';
import { isOpen, outcomeSigns } from './outcome-signs.ts';
import { problemRow } from './problem-row.ts';
import { renderTable } from './render-table.ts';
import { reportWords } from './report-words.ts';
import { shortProse } from './short-prose.ts';

// Enough to act on at once; the rest stands in the tree below.
const maxProblems = 15;
const maxCell = 400;

export interface SummaryInput {
  /** Worst first. */
  readonly pulls: readonly { readonly pull: PullFacts; readonly verdict: GateVerdict }[];
  readonly locale: Locale;
  readonly enforcement: Enforcement;
  /** Markdown paragraphs that come first. */
  readonly notices: readonly string[];
  /** What the gate measured, in Markdown; empty where there are no figures. */
  readonly figures: string;
  readonly footer: string;
  /** Address of the page of the worst pull request; null where nobody serves pages. */
  readonly page: string | null;
}

/** The short answer of a check: verdict, why, what to do and who, what is missing, and each pull request by name. */
export function checkSummary(input: SummaryInput): string {
  const { pulls, locale, enforcement } = input;
  const say = reportWords[locale];
  const worst = pulls[0]?.verdict;
  if (!worst) return '';
  return [
    ...input.notices.map((notice) => `> ${notice}`),
    `### ${outcomeSigns[worst.verdict]} ${say.outcome[worst.verdict]}`,
    `**${say.why}:** ${cell(worst.reason)}`,
    isOpen(worst.verdict) && worst.next !== null ? `**${say.next}:** ${cell(worst.next)}` : isOpen(worst.verdict) || worst.waivedBy ? '' : say.nothingToDo,
    worst.deadline === undefined ? '' : `⏳ ${say.deadline(worst.deadline)}`,
    problemTable(worst, locale),
    input.figures,
    pulls.length > 1 ? `${say.sharedHead(pulls.length)}\n\n${pullTable(pulls, locale)}` : '',
    enforcement === 'warn' ? `_${say.warnNote}_` : '',
    `<sub>${input.footer}</sub>`,
    input.page === null ? '' : say.page(input.page),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function problemTable(verdict: Verdict, locale: Locale): string {
  const say = reportWords[locale];
  // Under an override the gate passes; what it opened for stays in sight.
  const problems = verdict.waivedBy ? verdict.children.flatMap(collectProblems) : collectProblems(verdict);
  const [only, ...others] = problems;
  if (!only) return '';
  // One problem that is the gate itself, or says what it says, has been told above.
  if (others.length === 0 && (only === verdict || (only.reason === verdict.reason && only.next === verdict.next))) return '';
  const groups = groupProblems(problems);
  const rows = groups.slice(0, maxProblems).map((group) => problemRow(group, locale));
  const left = groups.slice(maxProblems).reduce((sum, { titles }) => sum + titles.length, 0);
  const rest = left > 0 ? `\n\n${say.more(left)}` : '';
  return `#### ${say.problems}\n\n${renderTable({ header: [say.what, say.why, say.next], rows })}${rest}`;
}

function pullTable(pulls: SummaryInput['pulls'], locale: Locale): string {
  const say = reportWords[locale];
  const rows = pulls
    .slice(0, 50)
    .map(({ pull, verdict }) => [
      `#${pull.number} ${cell(pull.title.slice(0, 100))}`,
      `${outcomeSigns[verdict.verdict]} ${say.outcome[verdict.verdict]}`,
      cell(verdict.reason),
      verdict.next !== null && isOpen(verdict.verdict) ? cell(verdict.next) : '',
    ]);
  const rest = pulls.length > 50 ? `\n\n${say.more(pulls.length - 50)}` : '';
  return renderTable({ header: [say.pull, say.verdict, say.why, say.next], rows }) + rest;
}

function cell(text: string): string {
  return shortProse(text, maxCell);
}
