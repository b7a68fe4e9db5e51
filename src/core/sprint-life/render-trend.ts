import type { SprintDates } from '../calendar/sprint-calendar.ts';
import { escapeMarkdown } from '../report/markdown.ts';
import { renderTable } from '../report/render-table.ts';
import type { StandingDay } from '../standing/standing.ts';
import type { ReviewWords } from './review-words.ts';

const mostComponents = 20;

/** What a sprint changed: the last figures from before it, or its first ones, against the last ones in it. */
export function renderTrend(days: readonly StandingDay[], { start, end }: SprintDates, say: ReviewWords): string {
  const last = days.findLast(({ day }) => day >= start && day <= end);
  const first = days.findLast(({ day }) => day < start) ?? days.find(({ day }) => day >= start && day <= end);
  if (!first || !last) return say.noFigures;
  const components = Object.keys(last.coverage)
    .filter((component) => component !== 'total')
    .sort()
    .slice(0, mostComponents);
  return renderTable({
    header: say.trendHeader,
    align: ['l', 'r', 'r', 'r'],
    rows: [
      [say.readiness, `${first.percent} %`, `${last.percent} %`, signed(last.percent - first.percent)],
      [say.blockers, String(first.blockers), String(last.blockers), signed(last.blockers - first.blockers)],
      ...coverageRow(say.total, first.coverage['total'], last.coverage['total']),
      ...components.flatMap((component) => coverageRow(say.coverageOf(escapeMarkdown(component)), first.coverage[component], last.coverage[component])),
    ],
  });
}

/** Basis points; one of the two may not be known. */
function coverageRow(title: string, from: number | undefined, to: number | undefined): string[][] {
  if (to === undefined) return [];
  return [[title, from === undefined ? '–' : `${percent(from)} %`, `${percent(to)} %`, from === undefined ? '' : difference(to - from)]];
}

function percent(points: number): string {
  const rest = points % 100;
  return rest === 0 ? String(points / 100) : `${Math.floor(points / 100)}.${String(rest).padStart(2, '0')}`;
}

function difference(points: number): string {
  return points === 0 ? '0' : `${points > 0 ? '+' : '−'}${percent(Math.abs(points))}`;
}

function signed(difference: number): string {
  return difference === 0 ? '0' : `${difference > 0 ? '+' : '−'}${Math.abs(difference)}`;
}
