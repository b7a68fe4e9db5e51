import type { Policy } from '../policy/policy.ts';
import { type ProblemGroup, groupProblems } from './group-problems.ts';
import { isOpen, outcomeSigns, worstFirst } from './outcome-signs.ts';
import type { ReportedCriterion } from './read-criteria.ts';
import { readinessReportWords } from './readiness-report-words.ts';
import { renderTable } from './render-table.ts';
import { shortProse } from './short-prose.ts';

const maxRows = 25;
const maxTitles = 4;
const maxCell = 320;

/** The binding criteria that do not hold, worst first, each with its reason, the next step and who takes it. */
export function reportBlockers(criteria: readonly ReportedCriterion[], policy: Policy): string {
  const say = readinessReportWords[policy.locale];
  const open = criteria.filter(({ binding, verdict }) => binding === 'binds' && isOpen(verdict.verdict)).map(({ verdict }) => verdict);
  if (open.length === 0) return criteria.some(({ binding }) => binding === 'binds') ? `### ${say.nothingBlocks}` : '';
  const groups = groupProblems(worstFirst(open, ({ verdict }) => verdict));
  const left = groups.slice(maxRows).reduce((sum, { titles }) => sum + titles.length, 0);
  const table = renderTable({ header: ['', say.criterion, say.why, say.who], rows: groups.slice(0, maxRows).map(row) });
  return `### ${say.blocks(open.length)}\n\n${table}${left === 0 ? '' : `\n\n${say.more(left)}`}`;
}

function row({ verdict, titles, reason, next }: ProblemGroup): string[] {
  const names = titles.slice(0, maxTitles).map((title) => `**${shortProse(title, 160)}**`).join('<br>');
  const more = titles.length > maxTitles ? `<br>+ ${titles.length - maxTitles}` : '';
  return [outcomeSigns[verdict], names + more, shortProse(reason, maxCell), next === null ? '' : shortProse(next, maxCell)];
}
