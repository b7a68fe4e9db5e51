import { commandTable } from '../commands/command-table.ts';
import type { Policy } from '../policy/policy.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { withoutMarks } from './evidence/evidence-marks.ts';
import { inlineCode } from './markdown.ts';
import type { ReportedCriterion } from './read-criteria.ts';
import { readinessReportWords } from './readiness-report-words.ts';
import { markKey } from './report-state.ts';
import { shortProse } from './short-prose.ts';

/** How a checklist row names its criterion. */
export function rowTitle(verdict: Verdict): string {
  return shortProse(verdict.title, 160);
}

const ticked = /^\s*[-*] \[[xX]\] (\S+) (.*)$/;
const shown = 5;

/** Keys of criteria whose box somebody ticked by hand in a report of ours: only rows with these signs are ever ticked by us. */
export function handTicked(previous: string | null, criteria: readonly ReportedCriterion[]): string[] {
  const rows = (previous ?? '').split('\n').flatMap((line) => {
    const [, sign, text] = ticked.exec(line) ?? [];
    return text === undefined || sign === '✅' || sign === '🔵' ? [] : [withoutMarks(text)];
  });
  if (rows.length === 0) return [];
  const isNamed = (title: string): boolean => rows.some((row) => row === title || row.startsWith(`${title}: `));
  return [...new Set(criteria.filter(({ verdict }) => isNamed(rowTitle(verdict))).map(({ verdict }) => markKey(verdict.id)))];
}

/** Says of boxes that somebody ticked by hand what does tick them. Nothing once they hold. */
export function reportTicks(keys: readonly string[], criteria: readonly ReportedCriterion[], policy: Policy): string {
  const say = readinessReportWords[policy.locale];
  const open = criteria.filter(({ verdict }) => keys.includes(markKey(verdict.id)) && verdict.verdict !== 'pass').map(({ verdict }) => verdict);
  if (open.length === 0) return '';
  const attest = commandTable.find(({ name }) => name === 'attest')?.called[policy.locale][0] ?? 'attest';
  const lines = open.slice(0, shown).map((verdict) => {
    const way = mayAttest(verdict) ? inlineCode(`/sprintgate ${attest} ${verdict.id} ${say.linkWord}`) : shortProse(verdict.next ?? say.seeAbove, 200);
    return `> - ${rowTitle(verdict)}: ${way}`;
  });
  const more = open.length > shown ? [`> - ${say.moreRows(open.length - shown)}`] : [];
  return [`> ✋ ${say.tickedByHand}`, ...lines, ...more].join('\n');
}

function mayAttest(node: Verdict): boolean {
  return node.code.startsWith('attestation.') || node.children.some(mayAttest);
}
