import type { Policy } from '../policy/policy.ts';
import { escapeHtml, inlineCode } from './markdown.ts';
import { isOpen, outcomeSigns } from './outcome-signs.ts';
import { renderProse } from './prose.ts';
import type { ReportedCriterion } from './read-criteria.ts';
import type { ReportDetail } from './report-detail.ts';
import { rowTitle } from './report-ticks.ts';
import { readinessReportWords } from './readiness-report-words.ts';
import { type EvidenceMarks, marksOf } from './evidence/evidence-marks.ts';
import { tellProblem } from './tell-problem.ts';
import { shortProse } from './short-prose.ts';

const maxReason = 160;

export interface ChecklistsDetail extends Pick<ReportDetail, 'checklists'> {
  readonly marks: EvidenceMarks;
}

/** The method's checklists as task lists. A box is ticked when the criterion's verdict is a pass, and by nothing else. */
export function reportChecklists(criteria: readonly ReportedCriterion[], policy: Policy, { checklists: tells, marks }: ChecklistsDetail): string {
  const say = readinessReportWords[policy.locale];
  const byId = new Map(criteria.map((each) => [each.verdict.id, each]));
  let unfolded = false;
  const lists = policy.playbook.checklists.map((checklist) => {
    const ids = [...new Set(checklist.groups.flatMap((group) => group.criteria))];
    const outcomes = ids.map((id) => byId.get(id)?.verdict.verdict ?? 'cannot-evaluate');
    const held = outcomes.filter((outcome) => outcome === 'pass').length;
    const asked = outcomes.filter((outcome) => outcome !== 'not-applicable').length;
    const title = policy.text.checklists[checklist.id]?.title ?? checklist.id;
    const groups = checklist.groups.map((group) => {
      const name = policy.text.checklists[`${checklist.id}.${group.id}`]?.title ?? group.id;
      const shown = tells === 'open' ? group.criteria.filter((id) => isOpen(byId.get(id)?.verdict.verdict ?? 'cannot-evaluate')) : group.criteria;
      if (shown.length === 0) return '';
      return `**${renderProse(name)}**\n${shown.map((id) => row(id, byId.get(id), { policy, withReasons: tells === 'reasons', marks })).join('\n')}`;
    });
    // One list is unfolded, the first that is not done: seven at once would bury the report.
    const open = !unfolded && held < asked;
    unfolded ||= open;
    const count = asked === 0 ? say.nothingAsked : say.checked(held, asked);
    if (tells === 'counts') return `- **${renderProse(title)}**: ${count}`;
    return `<details${open ? ' open' : ''}>\n<summary><b>${escapeHtml(title)}</b>: ${count}</summary>\n\n${groups.filter((group) => group !== '').join('\n\n')}\n\n</details>`;
  });
  if (lists.length === 0) return '';
  return `### ${say.checklists}\n\n_${say.checklistNote}_\n\n${lists.join(tells === 'counts' ? '\n' : '\n\n')}`;
}

interface RowTelling {
  readonly policy: Policy;
  readonly withReasons: boolean;
  readonly marks: EvidenceMarks;
}

function row(id: string, criterion: ReportedCriterion | undefined, { policy, withReasons, marks }: RowTelling): string {
  const say = readinessReportWords[policy.locale];
  if (!criterion) return `- [ ] ${outcomeSigns['cannot-evaluate']} ${inlineCode(id)}: ${say.unknownCriterion}`;
  const { verdict } = criterion;
  const isSeen = verdict.verdict === 'pass' || verdict.verdict === 'fail';
  const ticked = verdict.verdict === 'pass' ? 'x' : ' ';
  const told = !withReasons || (verdict.verdict === 'pass' && !verdict.waivedBy) ? '' : `: ${shortProse(tellProblem(verdict).why, maxReason)}`;
  return `- [${ticked}] ${verdict.waivedBy ? '🔵' : outcomeSigns[verdict.verdict]} ${rowTitle(verdict)}${told}${isSeen ? marksOf(id, marks) : ''}`;
}
