import { expect, test } from 'vitest';
import { findStanding } from '../../src/store/standings/find-standing.ts';
import { forgetStanding } from '../../src/store/standings/forget-standing.ts';
import { forgetStandings } from '../../src/store/standings/forget-standings.ts';
import { listStandingDays } from '../../src/store/standings/list-standing-days.ts';
import { listStandings } from '../../src/store/standings/list-standings.ts';
import { saveStanding } from '../../src/store/standings/save-standing.ts';
import { aStanding } from '../core/standing/standing-fixtures.ts';
import { onEveryStore } from '../support/every-store.ts';

const at = (day: string, percent = 50) => aStanding({ at: `${day}T18:00:00.000Z`, percent });

onEveryStore((store) => {
  test('a standing comes back as it was, and its day is the last standing of that day where the repository is', async () => {
    const { db } = store();
    expect(await findStanding(db, 7)).toBeNull();
    await saveStanding(db, 7, at('2027-03-01', 40));
    // Still the first of March in Mexico City.
    const late = aStanding({ at: '2027-03-02T04:00:00.000Z', percent: 45 });
    await saveStanding(db, 7, late);
    expect(await findStanding(db, 7)).toEqual(late);
    expect(await findStanding(db, 8)).toBeNull();
    const figures = { sprint: 3, blockers: 1, items: { all: 1, closed: 1 }, coverage: { api: 6666 }, metrics: { 'model.accuracy': 0.9 } };
    expect(await listStandingDays(db, 7, { from: '2027-01-01' })).toEqual([{ ...figures, day: '2027-03-01', percent: 45 }]);
  });

  test('an older standing replaces nothing, neither whole nor of its day', async () => {
    const { db } = store();
    await saveStanding(db, 7, at('2027-03-02', 60));
    await saveStanding(db, 7, at('2027-03-01', 10));
    expect((await findStanding(db, 7))?.percent).toBe(60);
    expect((await listStandingDays(db, 7, { from: '2027-01-01' })).map(({ day }) => day)).toEqual(['2027-03-02']);
  });

  test('of many repositories the summaries are told, with how far each has come within a week', async () => {
    const { db } = store();
    for (const [day, percent] of [
      ['2027-02-10', 5],
      ['2027-02-20', 20],
      ['2027-02-23', 30],
      ['2027-03-01', 50],
    ] as const)
      await saveStanding(db, 7, at(day, percent));
    await saveStanding(db, 8, at('2027-03-01', 70));
    await saveStanding(db, 9, { ...at('2027-03-01'), percent: 100, criteria: [], checkpoints: [] });
    const found = await listStandings(db, [9, 8, 7, 1]);
    expect(found.map(({ repository, percent, trend }) => [repository, percent, trend])).toEqual([
      [7, 50, 30],
      [8, 70, null],
      [9, 100, null],
    ]);
    expect(found[0]).toMatchObject({
      day: '2027-03-01',
      block: 's03',
      blockers: 1,
      worst: { id: 'tests.api.load', title: 'Pruebas de carga', outcome: 'fail', actor: 'team' },
      next: { id: 'model-performance', due: '2027-02-21', state: 'open' },
    });
    expect(found[2]).toMatchObject({ blockers: 0, worst: null, next: null });
    expect(await listStandings(db, [])).toEqual([]);
  });

  test('without a configuration there is no standing any more, and its days stay until they are old', async () => {
    const { db } = store();
    for (const day of ['2024-02-29', '2027-02-28', '2027-03-01']) await saveStanding(db, 7, at(day));
    await saveStanding(db, 8, at('2024-02-29'));
    await forgetStanding(db, 7);
    expect(await findStanding(db, 7)).toBeNull();
    expect(await forgetStandings(db, '2024-03-01')).toBe(3);
    expect((await listStandingDays(db, 7, { from: '2027-03-01' })).map(({ day }) => day)).toEqual(['2027-03-01']);
    expect(await listStandingDays(db, 7, { from: '2020-01-01' })).toHaveLength(2);
    expect(await listStandings(db, [7, 8])).toEqual([]);
  });
});
