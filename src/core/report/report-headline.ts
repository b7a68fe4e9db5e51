import { restOfUnits } from '../gates/readiness/release-units.ts';
import type { Policy } from '../policy/policy.ts';
import { combineAll } from '../verdict/combine.ts';
import type { Outcome } from '../verdict/verdict.ts';
import { inlineCode } from './markdown.ts';
import { outcomeSigns } from './outcome-signs.ts';
import { renderProse } from './prose.ts';
import { readinessReportWords } from './readiness-report-words.ts';
import type { ReportView } from './report-view.ts';

const shownUnits = 6;

/** What to know first: the verdict, the percentage, and how many block; of several units those of each. */
export function reportHeadline(views: readonly ReportView[], policy: Policy): string {
  const say = readinessReportWords[policy.locale];
  const verdict = combineAll(views.map(({ readiness }) => readiness.verdict));
  const units = views.slice(0, shownUnits).map((view) => `${named(view, policy)}${figuresOf(view, policy)}`);
  const more = views.length > shownUnits ? ` · ${say.moreRows(views.length - shownUnits)}` : '';
  return `## ${outcomeSigns[verdict]} ${titleOf(verdict, policy)}: ${units.join(' · ')}${more}`;
}

/** The first line of a unit's part. */
export function unitHeadline(view: ReportView, policy: Policy): string {
  return `## ${outcomeSigns[view.readiness.verdict]} ${renderProse(view.readiness.title)}: ${figuresOf(view, policy)}`;
}

function named({ unit, readiness }: ReportView, { locale }: Policy): string {
  if (unit === null) return '';
  return unit === restOfUnits ? `${readinessReportWords[locale].rest} ` : `${inlineCode(unit)} ${outcomeSigns[readiness.verdict]} `;
}

function figuresOf({ readiness, percent, binding, blocking }: ReportView, { locale }: Policy): string {
  return binding === 0 ? renderProse(readiness.reason) : readinessReportWords[locale].headline(percent, blocking);
}

function titleOf(verdict: Outcome, { text, release, locale }: Policy): string {
  const say = readinessReportWords[locale];
  const titles: Readonly<Record<Outcome, (target: string) => string>> = {
    pass: say.ready,
    fail: say.notReady,
    'cannot-evaluate': say.unknown,
    pending: say.awaited,
    'not-applicable': say.unknown,
  };
  return titles[verdict](renderProse(text.targets[release.target]?.title ?? release.target));
}
