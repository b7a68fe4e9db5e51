import { dayNumber, dayOfNumber } from '../../src/core/calendar/day-number.ts';
import type { Assumptions } from '../../src/core/forecast/assumptions.ts';
import { fewestWeeks, forecastWork, type ForecastQuestion } from '../../src/core/forecast/forecast-work.ts';
import { randomStream, seedOf } from '../../src/core/forecast/seeded-random.ts';
import { generateHistory, type History, type Kind } from './generate-history.ts';

/** A forecast held against what came. Days, positive where work took longer than said; infinite where no day was said. */
export interface Trial {
  readonly goal: 'checkpoint' | 'readiness';
  readonly p50: number;
  readonly p85: number;
  readonly naive: number;
}

interface Sample {
  readonly kind: Kind;
  readonly histories: number;
  /** Histories of other seeds are others. */
  readonly seed: string;
  readonly futures?: number;
  readonly assumed?: Assumptions;
}

/**
 * Looks at each history from one day between a fifth and four fifths of its length, at least four whole weeks in, and compares the
 * forecast of readiness and that of the checkpoint in the middle of what is left with the days on which they were reached.
 */
export function backTest({ kind, histories, seed, futures, assumed }: Sample): Trial[] {
  return Array.from({ length: histories }, (_, index) => {
    const history = generateHistory(kind, `${seed} ${index}`);
    const random = randomStream(seedOf(`${kind} ${seed} ${index}`), 1);
    const today = Math.max(history.start + 7 * fewestWeeks + 1, Math.round(history.start + (0.2 + 0.6 * random()) * (history.end - history.start)));
    if (today >= history.end) return [];
    const question = questionOf(history, today);
    return judge(history, { today, question: { ...question, seed: `${seed} ${index}`, ...(futures && { futures }), ...(assumed && { assumed }) } });
  }).flat();
}

/** What was known at the beginning of a day. */
export function questionOf(history: History, today: number): Omit<ForecastQuestion, 'seed'> {
  const known = history.items.filter(({ added }) => added < today);
  const items = known.map(({ id, sprint, closed }, issue) => ({ id, issue, sprint, closedAt: closed < today ? `${dayOfNumber(closed)}T18:00:00Z` : null }));
  const blocks = [...new Set(history.sprints.map(({ block }) => block))];
  const dueOf = (block: string) => history.sprints.findLast((dates) => dates.block === block)?.end ?? '';
  const sprint = history.sprints.find(({ end }) => dayNumber(end) >= today)?.sprint ?? 16;
  const days = Array.from({ length: today - history.start }, (_, index) => history.start + index).map((day) => ({
    day: dayOfNumber(day),
    items: { all: history.items.filter(({ added }) => added <= day).length, closed: 0 },
  }));
  return {
    standing: {
      at: `${dayOfNumber(today)}T12:00:00Z`,
      items,
      sprints: history.sprints,
      sprint,
      checkpoints: blocks.map((block) => ({ id: block, block, due: dueOf(block), state: 'open', signed: [], issue: null })),
    },
    schedule: history.schedule,
    days,
  };
}

function judge(history: History, { today, question }: { readonly today: number; readonly question: ForecastQuestion }): Trial[] {
  const forecast = forecastWork(question);
  const late = (end: number, day: string | null) => (day === null ? Number.NEGATIVE_INFINITY : end - dayNumber(day));
  const closed = question.standing.items.filter(({ closedAt }) => closedAt !== null).length;
  // What one would write on a napkin: what is left by the mean of all days so far.
  const naive = (open: number) => (closed === 0 ? null : dayOfNumber(Math.ceil(today + (open * (today - history.start)) / closed)));
  const left = question.standing.items.length - closed;
  const readiness: Trial = {
    goal: 'readiness',
    p50: late(history.end, forecast.readiness.p50),
    p85: late(history.end, forecast.readiness.p85),
    naive: late(history.end, naive(left)),
  };
  const ahead = forecast.checkpoints.filter(({ open }) => open > 0).slice(0, -1);
  const middle = ahead[Math.floor(ahead.length / 2)];
  if (!middle) return [readiness];
  const until = Math.max(...history.sprints.filter(({ block }) => block === middle.checkpoint).map(({ sprint }) => sprint));
  const end = Math.max(...history.items.filter(({ sprint }) => sprint <= until).map((item) => item.closed));
  return [readiness, { goal: 'checkpoint', p50: late(end, middle.p50), p85: late(end, middle.p85), naive: late(end, naive(middle.open)) }];
}
