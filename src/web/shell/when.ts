import { html } from 'hono/html';
import { dayIn } from '../../core/calendar/calendar-day.ts';
import type { Locale } from '../../core/playbook/text-schema.ts';
import { sayDay } from '../charts/say-figure.ts';
import type { Html } from './html.ts';

export interface WhenFrame {
  readonly locale: Locale;
  /** IANA zone of the repository, in which its days begin. */
  readonly timezone: string;
}

const tags: Readonly<Record<Locale, string>> = { es: 'es-MX', en: 'en' };
const clocks = new Map<string, Intl.DateTimeFormat>();

/** A day (`YYYY-MM-DD`), or the day of an instant in the repository's zone, in words. What is neither is shown as it is. */
export function day(value: string, { locale, timezone }: WhenFrame): Html {
  if (Number.isNaN(Date.parse(value))) return html`${value}`;
  const on = value.length === 10 ? value : dayIn(timezone, new Date(value).toISOString());
  return html`<time datetime="${value}" class="day">${sayDay(on, locale)}</time>`;
}

/** An instant in the repository's zone, to the minute, in words. */
export function moment(iso: string, { locale, timezone }: WhenFrame): Html {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? html`${iso}` : html`<time datetime="${iso}">${clock(locale, timezone).format(time)}</time>`;
}

function clock(locale: Locale, timezone: string): Intl.DateTimeFormat {
  const known = clocks.get(`${locale} ${timezone}`);
  if (known) return known;
  const format = new Intl.DateTimeFormat(tags[locale], { timeZone: timezone, dateStyle: 'medium', timeStyle: 'short', hour12: false });
  clocks.set(`${locale} ${timezone}`, format);
  return format;
}
