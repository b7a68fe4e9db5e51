import type { Policy } from '../policy/policy.ts';
import type { Binding } from '../rules/evaluate-criteria.ts';
import { renderProse } from './prose.ts';
import type { ReportedCriterion } from './read-criteria.ts';
import type { ReportDetail } from './report-detail.ts';
import { readinessReportWords } from './readiness-report-words.ts';
import { truncateBytes } from './truncate-bytes.ts';

const maxBytes = 3_000;

/** What is not asked now, folded away: later blocks, later targets, and what does not apply here. */
export function reportLeftOut(criteria: readonly ReportedCriterion[], policy: Policy, tells: ReportDetail['leftOut']): string {
  const say = readinessReportWords[policy.locale];
  if (tells === 'counted') return counted(criteria, policy);
  return [folded(criteria, 'not-yet', say.notYet), folded(criteria, 'later-target', say.later), folded(criteria, 'not-applicable', say.outOfScope)]
    .filter((part) => part !== '')
    .map((part) => truncateBytes(part, maxBytes, say.cut))
    .join('\n\n');
}

function counted(criteria: readonly ReportedCriterion[], { locale }: Policy): string {
  const say = readinessReportWords[locale];
  const count = (binding: Binding): number => criteria.filter((each) => each.binding === binding).length;
  const parts = [
    [count('not-yet'), say.notYet],
    [count('later-target'), say.later],
    [count('not-applicable'), say.outOfScope],
  ] as const;
  return parts.flatMap(([of, tell]) => (of === 0 ? [] : [tell(of)])).join(' · ');
}

function folded(criteria: readonly ReportedCriterion[], binding: Binding, title: (count: number) => string): string {
  const own = criteria.filter((each) => each.binding === binding);
  if (own.length === 0) return '';
  // By reason, so that a block is named once and not for each of its criteria.
  const groups = Map.groupBy(own, (each) => each.verdict.reason);
  const lines = [...groups].map(
    ([reason, members]) => `- ${renderProse(reason)}: ${members.map(({ verdict }) => renderProse(verdict.title.slice(0, 120))).join('; ')}`,
  );
  return `<details>\n<summary>${title(own.length)}</summary>\n\n${lines.join('\n')}\n\n</details>`;
}
