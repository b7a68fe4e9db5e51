import type { Evaluation } from '../gates/gate-result.ts';
import type { Policy } from '../policy/policy.ts';
import { inlineCode } from './markdown.ts';
import { outcomeSigns } from './outcome-signs.ts';
import { renderProse } from './prose.ts';
import { readinessReportWords } from './readiness-report-words.ts';
import { renderTable } from './render-table.ts';
import { reportWords } from './report-words.ts';

/** The other gates of the commit, as they stand for this pull request. */
export function reportGates(evaluation: Evaluation, pullNumber: number, policy: Policy): string {
  const say = readinessReportWords[policy.locale];
  const rows = evaluation.gates.flatMap((gate) => {
    const kind = policy.playbook.gates.find(({ id }) => id === gate.gate)?.kind;
    const own = gate.pulls.find(({ pull }) => pull.number === pullNumber);
    if (!own || kind === 'readiness' || gate.enforcement === 'off') return [];
    const { verdict } = own;
    const outcome = `${outcomeSigns[verdict.verdict]} ${reportWords[policy.locale].outcome[verdict.verdict]}${gate.enforcement === 'warn' ? ` (${say.warnOnly})` : ''}`;
    return [[inlineCode(gate.checkName), outcome, renderProse(verdict.reason.slice(0, 240))]];
  });
  return rows.length === 0 ? '' : `### ${say.gates}\n\n${renderTable({ header: [say.gate, say.verdict, say.why], rows })}`;
}
