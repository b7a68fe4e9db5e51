import { z } from 'zod';
import { date, id, say } from './config-values.ts';
import { readSprintDays } from './durations.ts';
import { readHolidays } from './read-holidays.ts';

/** `schedule:` of a configuration. */
export const scheduleSchema = z
  .strictObject(
    {
      start: date.describe('First day of Sprint 0, YYYY-MM-DD. Required.'),
      sprint: z
        .string(say('sprint-length'))
        .refine((text) => readSprintDays(text) !== null, say('sprint-length'))
        .describe("Length of a sprint in calendar days or weeks: 2w, 10d. Default: the playbook's."),
      timezone: z.string(say('timezone')).refine(isTimezone, say('timezone')).describe('IANA time zone in which a day begins. Default: America/Mexico_City.'),
      holidays: z
        .array(
          z.string(say('holiday')).refine((text) => readHolidays(text) !== null, say('holiday')),
          say('list'),
        )
        .max(200, say('list'))
        .describe(
          'Days without work: dates and ranges such as 2027-03-29..2027-04-02. Each one on a weekday adds a working day to its sprint and moves what comes after. Default: none.',
        ),
      profile: id.describe('Duration profile of the playbook that the plan is measured against. Default: the one for the tier, else the first.'),
    },
    say('map'),
  )
  .partial()
  .describe('When the sprints are.');

function isTimezone(text: string): boolean {
  // A bare offset or a POSIX-style zone passes Intl, yet has no rules for daylight saving time.
  if (!/^([A-Za-z_]+(\/[A-Za-z0-9_+-]+)+|UTC)$/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
