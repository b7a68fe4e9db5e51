import { describe, expect, it } from 'vitest';
import { dayIn, isCalendarDay } from '../../../src/core/calendar/calendar-day.ts';
import { currentSprint, pilotCalendar, repositoryBlock, scheduleLength, sprintCalendar, sprintTurns } from '../../../src/core/calendar/sprint-calendar.ts';
import { dayOfDueOn, milestoneDueOn } from '../../../src/core/calendar/milestone-due-on.ts';
import type { Schedule } from '../../../src/core/policy/policy.ts';
import { smallPlaybook } from '../policy/small-playbook.ts';

const { playbook } = smallPlaybook;

function scheduled(change: Partial<Schedule> = {}) {
  return { playbook, schedule: { start: '2027-01-11', sprintDays: 14, timezone: 'America/Mexico_City', holidays: [], profile: 'standard', ...change } };
}

const spans = (policy: ReturnType<typeof scheduled>) => sprintCalendar(policy).map(({ start, end }) => `${start}..${end}`);

describe('sprintTurns', () => {
  it('are the midnights of the time zone at which sprints end, summer time included', () => {
    expect(sprintTurns(scheduled())).toEqual(['2027-01-25T06:00:00.000Z', '2027-02-08T06:00:00.000Z']);
    expect(sprintTurns(scheduled({ start: '2027-03-22', timezone: 'Europe/Madrid' }))).toEqual(['2027-04-04T22:00:00.000Z', '2027-04-18T22:00:00.000Z']);
  });
});

describe('sprintCalendar', () => {
  it('lays sprints end to end, each due on its last day', () => {
    expect(sprintCalendar(scheduled())).toEqual([
      { sprint: 0, block: 's00', start: '2027-01-11', end: '2027-01-24' },
      { sprint: 1, block: 's01', start: '2027-01-25', end: '2027-02-07' },
      { sprint: 2, block: 's01', start: '2027-02-08', end: '2027-02-21' },
    ]);
  });

  it.each([
    ['adds one working day for one holiday', ['2027-01-13'], ['2027-01-11..2027-01-25', '2027-01-26..2027-02-08', '2027-02-09..2027-02-22']],
    ['counts no weekends', ['2027-01-16', '2027-01-17'], ['2027-01-11..2027-01-24', '2027-01-25..2027-02-07', '2027-02-08..2027-02-21']],
    [
      'moves by a whole week for a whole week',
      ['2027-01-18', '2027-01-19', '2027-01-20', '2027-01-21', '2027-01-22'],
      ['2027-01-11..2027-01-31', '2027-02-01..2027-02-14', '2027-02-15..2027-02-28'],
    ],
    [
      'steps over a holiday among the days it adds',
      ['2027-01-22', '2027-01-25'],
      ['2027-01-11..2027-01-26', '2027-01-27..2027-02-09', '2027-02-10..2027-02-23'],
    ],
    ['leaves sprints before a holiday where they are', ['2027-02-10'], ['2027-01-11..2027-01-24', '2027-01-25..2027-02-07', '2027-02-08..2027-02-22']],
    ['ignores holidays before the start', ['2027-01-06'], ['2027-01-11..2027-01-24', '2027-01-25..2027-02-07', '2027-02-08..2027-02-21']],
  ])('%s', (_, holidays, expected) => {
    expect(spans(scheduled({ holidays }))).toEqual(expected);
  });

  it('crosses leap days and daylight saving without losing a day', () => {
    expect(spans(scheduled({ start: '2028-02-21', sprintDays: 7, timezone: 'America/New_York' }))).toEqual([
      '2028-02-21..2028-02-27',
      '2028-02-28..2028-03-05',
      '2028-03-06..2028-03-12',
    ]);
  });

  it('puts the pilot phases after the last sprint', () => {
    expect(pilotCalendar(scheduled())).toEqual([
      { phase: 'alpha', start: '2027-02-22', end: '2027-03-07' },
      { phase: 'beta', start: '2027-03-08', end: '2027-04-04' },
    ]);
  });
});

describe('today', () => {
  it.each([
    ['long before the start', '2026-01-01T00:00:00Z', 0, 's00'],
    ['on the first day', '2027-01-11T12:00:00Z', 0, 's00'],
    ['in the last minute of Sprint 0 in Mexico, when it is tomorrow in UTC', '2027-01-25T05:59:00Z', 0, 's00'],
    ['in the first minute of Sprint 1 in Mexico', '2027-01-25T06:00:00Z', 1, 's01'],
    ['on the last day', '2027-02-21T12:00:00Z', 2, 's01'],
    ['long after the end', '2029-01-01T00:00:00Z', 2, 's01'],
  ])('knows the sprint and block %s', (...[, now, sprint, block]) => {
    expect([currentSprint(scheduled(), now), repositoryBlock(scheduled(), now).id]).toEqual([sprint, block]);
  });
});

describe('scheduleLength', () => {
  it.each([
    ['fits', {}, { weeks: 6, profile: 'standard', range: [4, 8], exceeds: false }],
    ['exceeds', { sprintDays: 21 }, { weeks: 9, profile: 'standard', range: [4, 8], exceeds: true }],
    [
      'rounds up, and counts no holidays',
      { sprintDays: 10, holidays: ['2027-01-12'], profile: 'critical' },
      { weeks: 5, profile: 'critical', range: [6, 10], exceeds: false },
    ],
  ])('%s', (_, change, expected) => {
    expect(scheduleLength(scheduled(change))).toEqual(expected);
  });

  it('says that 17 sprints of two weeks are 34 weeks against the 12-16 that the method promises', () => {
    const sprints = Array.from({ length: 17 }, (_, index) => index);
    const long = {
      ...playbook,
      blocks: [{ id: 's00', sprints, checkpoint: 'architecture-review' }],
      profiles: [{ id: 'standard', weeks: [12, 16] as [number, number], source: 'method' as const }],
    };
    expect(scheduleLength({ ...scheduled(), playbook: long })).toEqual({ weeks: 34, profile: 'standard', range: [12, 16], exceeds: true });
  });
});

describe('dates', () => {
  it.each([
    ['2027-01-24', '2027-01-24T12:00:00Z'],
    ['2027-07-04', '2027-07-04T12:00:00Z'],
  ])('sends %s at midday, so that GitHub keeps that day', (day, sent) => {
    expect(milestoneDueOn(day)).toBe(sent);
    expect(dayOfDueOn(sent)).toBe(day);
  });

  it.each([
    ['midnight Pacific in winter', '2027-01-24T08:00:00Z', '2027-01-24'],
    ['an hour before it', '2027-01-24T07:00:00Z', '2027-01-23'],
    ['midnight Pacific in summer', '2027-07-04T07:00:00Z', '2027-07-04'],
    ['a minute before it', '2020-09-24T06:59:00Z', '2020-09-23'],
  ])('reads %s as the day that GitHub shows', (_, dueOn, day) => {
    expect(dayOfDueOn(dueOn)).toBe(day);
  });

  it('knows on which day an instant falls', () => {
    expect([dayIn('UTC', '2027-01-11T03:00:00Z'), dayIn('America/Mexico_City', '2027-01-11T03:00:00Z')]).toEqual(['2027-01-11', '2027-01-10']);
  });

  it.each([
    ['2027-02-28', true],
    ['2027-02-29', false],
    ['2028-02-29', true],
    ['2027-2-1', false],
    ['27-02-01', false],
    ['2027-13-01', false],
  ])('%s is a day: %s', (text, expected) => {
    expect(isCalendarDay(text)).toBe(expected);
  });
});
