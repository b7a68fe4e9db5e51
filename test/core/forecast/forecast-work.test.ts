import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backTest } from '../../../bench/forecast/back-test.ts';
import { kinds } from '../../../bench/forecast/generate-history.ts';
import { summarise } from '../../../bench/forecast/summarise.ts';
import { addDays } from '../../../src/core/calendar/calendar-day.ts';
import { forecastWork, type ForecastQuestion } from '../../../src/core/forecast/forecast-work.ts';

const sprints = Array.from({ length: 9 }, (_, sprint) => ({
  sprint,
  block: `b${Math.ceil(sprint / 2)}`,
  start: addDays('2027-01-04', 14 * sprint),
  end: addDays('2027-01-04', 14 * sprint + 13),
  open: 0,
  closed: 0,
}));

const checkpoint = (block: string, due: string, state: 'open' | 'signed' = 'open') => ({ id: `check-${block}`, block, due, state, signed: [], issue: null });

/** Items by sprint and the day on which they were closed, counted from 2027-01-04; null: open. */
function question(
  items: readonly (readonly [sprint: number, closed: number | null])[],
  more: Partial<ForecastQuestion> & { at?: string } = {},
): ForecastQuestion {
  const { at = '2027-03-03T18:00:00Z', ...rest } = more;
  return {
    standing: {
      at,
      sprint: 4,
      sprints,
      checkpoints: ['b0', 'b1', 'b2', 'b3', 'b4'].map((block) => checkpoint(block, sprints.findLast((dates) => dates.block === block)?.end ?? '')),
      items: items.map(([sprint, closed], issue) => ({
        id: `i${issue}`,
        issue,
        sprint,
        closedAt: closed === null ? null : `${addDays('2027-01-04', closed)}T18:00:00Z`,
      })),
    },
    schedule: { start: '2027-01-04', timezone: 'America/Mexico_City', holidays: [] },
    days: [],
    seed: '9412 f00',
    futures: 300,
    ...rest,
  };
}

/** Four a week for eight weeks, and so many left in the sprints after it. */
const steady = (open: number) =>
  question([
    ...Array.from({ length: 32 }, (_, index) => [Math.floor(index / 8), Math.floor(index / 4) * 7 + (index % 4)] as const),
    ...Array.from({ length: open }, (_, index) => [4 + Math.floor((index * 5) / open), null] as const),
  ]);

const works = fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.option(fc.integer({ min: 0, max: 57 }))), { maxLength: 60 });
const late = (day: string | null) => day ?? '9999-12-31';

describe('the forecast', () => {
  test('a team that closes four a week needs five weeks for twenty', () => {
    const forecast = forecastWork(steady(20));
    expect(forecast).toMatchObject({ basis: 'pace', weeks: 8, pace: [4, 4, 4, 4, 4, 4, 4, 4] });
    expect(late(forecast.readiness.p50) > '2027-03-30').toBe(true);
    expect(late(forecast.readiness.p50) < '2027-04-14').toBe(true);
    expect(forecast.fan.at(-1)?.p50).toBe(52);
    expect(forecast.fan[0]?.day).toBe('2027-03-07');
  });

  test('the same world gives the same report, and another history other futures', () => {
    expect(forecastWork(steady(20))).toEqual(forecastWork(steady(20)));
    expect(forecastWork({ ...steady(60), seed: 'other' })).not.toEqual(forecastWork(steady(60)));
  });

  test('before four whole weeks the days are the plan’s', () => {
    const forecast = forecastWork(
      question(
        [
          [0, 1],
          [4, null],
        ],
        { at: '2027-01-31T18:00:00Z' },
      ),
    );
    expect(forecast).toMatchObject({ basis: 'plan', weeks: 3, readiness: { p50: '2027-05-09', p85: '2027-05-09' }, fan: [] });
    expect(forecast.checkpoints[2]).toEqual({ checkpoint: 'check-b2', open: 1, due: '2027-03-14', p50: '2027-03-14', p85: '2027-03-14' });
  });

  test('a week begins on Monday in the time zone of the schedule', () => {
    const at = (now: string) =>
      forecastWork(
        question(
          [
            [0, 1],
            [4, null],
          ],
          { at: now },
        ),
      ).weeks;
    expect(at('2027-02-01T05:59:00Z')).toBe(3);
    expect(at('2027-02-01T06:00:00Z')).toBe(4);
  });

  test('holidays end nothing, and weeks of them are no weeks of work', () => {
    const off = Array.from({ length: 14 }, (_, index) => addDays('2027-03-08', index));
    const plain = steady(12);
    const before = forecastWork(plain);
    const after = forecastWork({ ...plain, schedule: { ...plain.schedule, holidays: off } });
    expect(after.checkpoints.flatMap(({ p50, p85 }) => [p50, p85]).filter((day) => day !== null && off.includes(day))).toEqual([]);
    expect(late(after.readiness.p50) >= addDays(before.readiness.p50 ?? '', 13)).toBe(true);
    const past = { ...plain.schedule, holidays: Array.from({ length: 7 }, (_, index) => addDays('2027-02-01', index)) };
    expect(forecastWork({ ...plain, schedule: past }).weeks).toBe(7);
  });

  test('a plan that grows is done later, and one that grows as fast as it is worked never', () => {
    const grows = (aWeek: number) =>
      forecastWork({
        ...steady(20),
        days: Array.from({ length: 59 }, (_, day) => ({ day: addDays('2027-01-04', day), items: { all: 10 + Math.ceil((day * aWeek) / 7), closed: 0 } })),
      }).readiness;
    expect(late(grows(2).p50) > late(grows(0).p50)).toBe(true);
    expect(grows(5).p85).toBeNull();
  });

  test('a checkpoint that is signed is not foretold, one without open work is for today', () => {
    const asked = steady(20);
    const signed = { ...asked.standing, checkpoints: [checkpoint('b0', '2027-01-17', 'signed'), checkpoint('b1', '2027-02-14')] };
    expect(forecastWork({ ...asked, standing: signed }).checkpoints).toEqual([
      { checkpoint: 'check-b1', open: 0, due: '2027-02-14', p50: '2027-03-03', p85: '2027-03-03' },
    ]);
  });

  test('the last items of a sprint wait where people pick from later ones', () => {
    const scattered = question([
      ...Array.from({ length: 40 }, (_, index) => [index % 8, index] as const),
      [3, null],
      ...Array.from({ length: 40 }, () => [7, null] as const),
    ]);
    const inOrder = question([
      ...Array.from({ length: 40 }, (_, index) => [Math.floor(index / 20), index] as const),
      [3, null],
      ...Array.from({ length: 40 }, () => [7, null] as const),
    ]);
    const p85 = (asked: ForecastQuestion) => late(forecastWork(asked).checkpoints.find(({ checkpoint: id }) => id === 'check-b2')?.p85 ?? null);
    expect(p85(scattered) > p85(inOrder)).toBe(true);
  });

  test('P85 is never before P50, nor either before today, for any history', () => {
    fc.assert(
      fc.property(works, (items) => {
        const { checkpoints, readiness } = forecastWork(question(items, { futures: 60 }));
        for (const { p50, p85 } of [...checkpoints, readiness]) {
          expect(late(p85) >= late(p50)).toBe(true);
          expect(late(p50) >= '2027-01-04').toBe(true);
        }
      }),
    );
  });

  test('more open work is never done earlier', () => {
    fc.assert(
      fc.property(works, fc.integer({ min: 0, max: 8 }), (items, sprint) => {
        // One that was closed long ago, so that the history is the same.
        const first = [0, 0] as const;
        const few = forecastWork(question([first, ...items], { futures: 60 }));
        const more = forecastWork(question([first, ...items, [sprint, null]], { futures: 60 }));
        const ends = (forecast: typeof few) => [...forecast.checkpoints, forecast.readiness].flatMap(({ p50, p85 }) => [late(p50), late(p85)]);
        for (const [index, day] of ends(more).entries()) expect(day >= (ends(few)[index] ?? '')).toBe(true);
      }),
    );
  });

  test('where nothing was ever closed there is no day', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 20 }), (open) => {
        const days = [{ day: '2027-01-04', items: { all: open.length, closed: 0 } }];
        const forecast = forecastWork(
          question(
            open.map((sprint) => [sprint, null] as const),
            { days },
          ),
        );
        expect(forecast).toMatchObject({ basis: 'pace', weeks: 8, readiness: { p50: null, p85: null }, fan: [] });
      }),
    );
  });

  test('an empty plan and a repository that nobody worked on have a forecast too', () => {
    expect(forecastWork(question([])).basis).toBe('plan');
    const nothing = { at: '2027-03-03T18:00:00Z', sprint: 0, sprints: [], checkpoints: [], items: [] };
    expect(forecastWork({ ...question([]), standing: nothing }).readiness).toEqual({ p50: null, p85: null });
  });

  test('P85 covers 80 to 90 of 100 on a small sample of every kind of team, as `npm run bench:forecast` shows on a large one', () => {
    const trials = kinds.flatMap((kind) => backTest({ kind, histories: 16, seed: 'held', futures: 200 }));
    const { covered, error, naiveError } = summarise(trials);
    expect(trials.length).toBeGreaterThan(150);
    expect(covered).toBeGreaterThanOrEqual(0.8);
    expect(covered).toBeLessThanOrEqual(0.9);
    expect(error).toBeLessThan(naiveError);
  });
});
