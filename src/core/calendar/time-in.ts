import { Temporal } from 'temporal-polyfill';

/** An instant as people read it in a time zone: `2027-01-29 04:00 (UTC-6)`. */
export function timeIn(timezone: string, isoInstant: string): string {
  const local = Temporal.Instant.from(isoInstant).toZonedDateTimeISO(timezone);
  const [, sign = '', hours = '', minutes = '00'] = /^([+-])(\d\d):(\d\d)/.exec(local.offset) ?? [];
  const offset = local.offsetNanoseconds === 0 ? '' : `${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
  return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })} (UTC${offset})`;
}
