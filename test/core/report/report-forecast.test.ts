import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/core/calendar/calendar-day.ts';
import { reportForecast } from '../../../src/core/report/forecast/report-forecast.ts';
import { weeklyForecast } from '../../../src/core/report/forecast/weekly-forecast.ts';
import type { IssueFacts } from '../../../src/core/snapshot/facts.ts';
import { milestone } from '../people/people-fixtures.ts';
import { playbookOf, seededIssue, world } from '../rules/rule-world.ts';

const items = Array.from({ length: 30 }, (_, index) => ({ id: `t${index}`, kind: 'task', block: `s${Math.floor(index / 10)}` }));
const milestones = ['s00', 's01', 's02'].map((key, index) => milestone(index + 1, key));

/** So many of thirty tasks were closed, four in each week from 2027-01-11 on: at noon from Monday to Thursday. */
function seeded(closed: number): IssueFacts[] {
  return items.map(({ id }, index) => {
    const at = `${addDays('2027-01-11', 7 * Math.floor(index / 4) + (index % 4))}T18:00:00Z`;
    const done = index < closed ? { closedAt: at, stateReason: 'completed' } : { closedAt: null };
    return { ...seededIssue(id, 100 + index, index < closed ? 'closed' : 'open'), milestone: Math.floor(index / 10) + 1, ...done };
  });
}

function told(now: string, closed: number, locale: 'en' | 'es' = 'en'): string {
  const { policy, snapshot } = world({ playbook: playbookOf({ items }), locale, snapshot: { now, seeded: seeded(closed), milestones } });
  return reportForecast(weeklyForecast(policy, snapshot), policy);
}

describe('the forecast in the report', () => {
  it('is by the pace of the weeks behind it, with the plan’s dates beside it', () => {
    const text = told('2027-02-15T18:00:00Z', 20);
    expect(text).toMatch(
      /^<details>\n<summary><b>Forecast<\/b>: ⚠️ the sprints’ work is done: 2027-0[23]-\d\d \(50 %\), 2027-03-\d\d \(85 %\); planned: 2027-02-21<\/summary>/,
    );
    expect(text).toContain('By the team’s own pace: 4.0 items a week over 5 weeks, with 10 open. As of Monday, 2027-02-15; told anew each week.');
    expect(text).toContain('| The plan-review | 0 | 2027-01-24 | _nothing open_ | |');
    expect(text).toMatch(/\| The ship-review \| 10 \| 2027-02-21 \| 2027-0[23]-\d\d \| 2027-03-\d\d ⚠️ \|/);
  });

  it('stays the same to the byte until Monday, whatever is closed meanwhile', () => {
    const monday = told('2027-02-15T06:00:00Z', 20);
    expect(told('2027-02-15T23:00:00Z', 21)).toBe(monday);
    expect(told('2027-02-19T18:00:00Z', 24)).toBe(monday);
    // Sunday evening in Mexico City, where it is Monday in UTC.
    expect(told('2027-02-22T05:59:00Z', 24)).toBe(monday);
    expect(told('2027-02-22T06:00:00Z', 24)).not.toBe(monday);
  });

  it('is the plan’s dates, and says so, before four whole weeks of work', () => {
    expect(told('2027-01-28T18:00:00Z', 8)).toBe(
      '<b>Forecast</b>: planned for 2027-02-21. These are the plan’s dates: the team’s own pace counts from four whole weeks of work on, and 2 were seen.',
    );
    expect(told('2027-01-28T18:00:00Z', 0, 'es')).toContain('<b>Pronóstico</b>: previsto para el 2027-02-21.');
  });

  it('says that a team which closes nothing has no date, and that closed work needs none', () => {
    expect(told('2027-06-14T18:00:00Z', 4)).toContain('not in sight (85 %)');
    expect(told('2027-03-10T18:00:00Z', 30)).toBe('<b>Forecast</b>: all 30 items of the plan’s sprints are closed.');
  });

  it('is left out where nothing of the plan is seeded', () => {
    const { policy, snapshot } = world();
    expect(weeklyForecast(policy, snapshot)).toBeNull();
    expect(reportForecast(null, policy)).toBe('');
  });
});
