import type { Policy } from '../policy/policy.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { isOpen, outcomeSigns, worstFirst } from './outcome-signs.ts';
import { renderProse } from './prose.ts';
import type { ReportedCriterion } from './read-criteria.ts';
import { readinessReportWords } from './readiness-report-words.ts';
import { renderTable } from './render-table.ts';
import { byteLength, cutCodePoints } from './truncate-bytes.ts';

const maxRows = 25;
const maxCell = 260;

/** The binding criteria that do not hold, worst first, each with its reason, the next step and who takes it. */
export function reportBlockers(criteria: readonly ReportedCriterion[], policy: Policy): string {
  const say = readinessReportWords[policy.locale];
  const open = worstFirst(
    criteria.filter(({ binding, verdict }) => binding === 'binds' && isOpen(verdict.verdict)),
    ({ verdict }) => verdict.verdict,
  );
  if (open.length === 0) return criteria.some(({ binding }) => binding === 'binds') ? `### ${say.nothingBlocks}` : '';
  const rows = open.slice(0, maxRows).map(({ verdict }) => blocker(verdict));
  const rest = open.length > maxRows ? `\n\n${say.more(open.length - maxRows)}` : '';
  return `### ${say.blocks(open.length)}\n\n${renderTable({ header: ['', say.criterion, say.why, say.who], rows })}${rest}`;
}

function blocker(verdict: Verdict): string[] {
  return [outcomeSigns[verdict.verdict], `**${cell(verdict.title)}**`, cell(verdict.reason), verdict.next === null ? '' : cell(verdict.next)];
}

function cell(text: string): string {
  return renderProse(byteLength(text) <= maxCell ? text : `${cutCodePoints(text, maxCell)}…`);
}
