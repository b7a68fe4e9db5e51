import { expect, test } from 'vitest';
import { timeIn } from '../../../src/core/calendar/time-in.ts';

test.each([
  ['west of Greenwich', 'America/Mexico_City', '2027-01-29 04:00 (UTC-6)'],
  ['east of it, on half an hour', 'Asia/Kolkata', '2027-01-29 15:30 (UTC+5:30)'],
  ['at the meridian', 'UTC', '2027-01-29 10:00 (UTC)'],
])('a time is told with its hour and zone: %s', (_where, zone, told) => {
  expect(timeIn(zone, '2027-01-29T10:00:59Z')).toBe(told);
});
