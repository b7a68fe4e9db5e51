import type { BacklogPlan } from '../backlog/plan-backlog.ts';
import type { ConfigProblem } from '../policy/policy.ts';
import { problemMessage } from '../policy/parse-config.ts';
import type { Locale } from '../playbook/text-schema.ts';
import { escapeMarkdown, inlineCode, renderProse } from '../report/markdown.ts';
import { renderTable } from '../report/render-table.ts';
import { onboardingWords } from './onboarding-words.ts';

/** What seeding would create, as a comment below the onboarding issue. */
export function renderPreview(plan: BacklogPlan, facts: { readonly minutes: number; readonly seeded: boolean }): string {
  const say = onboardingWords[plan.locale];
  return [`### ${say.preview}`, renderPlan(plan), facts.seeded ? say.seeded : `${say.takes(facts.minutes)} ${say.seed}`].join('\n\n');
}

/** The plan by itself: how much it is, what to know, and each milestone with its date. */
export function renderPlan(plan: BacklogPlan): string {
  const say = onboardingWords[plan.locale];
  const count = (key: string) => plan.items.filter((item) => item.milestone === key).length;
  return [
    say.planned({ milestones: plan.milestones.length, issues: plan.items.length, weeks: plan.weeks }),
    ...plan.warnings.map((warning) => `> ⚠️ ${warning}`),
    renderTable({
      header: [say.milestone, say.due, say.issues],
      align: ['l', 'l', 'r'],
      rows: plan.milestones.map(({ key, title, dueOn }) => [escapeMarkdown(title), dueOn, String(count(key))]),
    }),
  ].join('\n\n');
}

/** What is wrong with the configuration that was merged, in the place where its author waits for the plan. */
export function renderBrokenPreview(locale: Locale, problems: readonly ConfigProblem[]): string {
  return [
    onboardingWords[locale].broken,
    problems
      .slice(0, 20)
      .map((problem) => `- ${inlineCode(`${problem.file}:${problem.line}:${problem.column}`)} ${renderProse(problemMessage(problem, locale))}`)
      .join('\n'),
  ].join('\n\n');
}
