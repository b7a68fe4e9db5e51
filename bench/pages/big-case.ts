import { addDays } from '../../src/core/calendar/calendar-day.ts';
import type { Standing, StandingCriterion, StandingDay } from '../../src/core/standing/standing.ts';

const [criteria, days, items, metrics] = [1_000, 3 * 365, 1_000, 60];
const today = '2029-06-30';

/** A repository far larger than the method's: 1,000 criteria, 1,000 items, 60 figures, 30 components, three years of days. */
export function bigStanding(standing: Standing): Standing {
  const known = standing.criteria;
  const many = Array.from({ length: criteria }, (_, at): StandingCriterion => {
    const like = known[at % known.length];
    if (!like) throw new RangeError('there is no criterion');
    return {
      ...like,
      id: at < known.length ? like.id : `${like.id}.${at}`,
      binding: 'binds',
      outcome: at % 3 === 0 ? 'fail' : 'pass',
      actor: at % 3 === 0 ? 'team' : null,
    };
  });
  return {
    ...standing,
    at: `${today}T12:00:00Z`,
    criteria: many,
    binding: criteria,
    held: many.filter(({ outcome }) => outcome === 'pass').length,
    items: Array.from({ length: items }, (_, at) => ({
      id: `item.${at}`,
      issue: at + 1,
      sprint: at % 17,
      closedAt: at % 3 === 0 ? null : `${addDays(today, -(at % 200) - 1)}T12:00:00Z`,
    })),
    coverage: Array.from({ length: 30 }, (_, at) => ({
      component: at === 29 ? 'total' : `c${at}`,
      covered: 90,
      total: 100,
      floor: 8500,
      outcome: 'pass' as const,
      carriedFrom: null,
    })),
    metrics: Array.from({ length: metrics }, (_, at) => ({ id: nameOf(at), value: at, unit: null, at: null })),
    promises: Array.from({ length: 200 }, (_, at) => ({
      kind: 'waiver' as const,
      subject: known[at % known.length]?.id ?? '',
      by: 'ana',
      at: `${addDays(today, -at)}T12:00:00Z`,
      until: addDays(today, at),
      reason: 'a reason',
      link: null,
      state: 'in-force' as const,
    })),
  };
}

function nameOf(at: number): string {
  return `${['latency', 'model', 'drift', 'other'][at % 4]}.f${at}`;
}

export const bigDays: readonly StandingDay[] = Array.from({ length: days }, (_, at) => ({
  day: addDays(today, at - days + 1),
  sprint: Math.min(16, Math.floor(at / 60)),
  percent: at % 100,
  blockers: 300,
  items: { all: items, closed: Math.floor((at * 600) / days) },
  coverage: Object.fromEntries(Array.from({ length: 30 }, (_each, c) => [c === 29 ? 'total' : `c${c}`, 8_000 + ((at * 7 + c) % 1_500)])),
  metrics: Object.fromEntries(Array.from({ length: metrics }, (_each, m) => [nameOf(m), Math.sin(at / 9) + m])),
}));
