import type { Locale } from '../../core/playbook/text-schema.ts';

// Mexico's Spanish writes 1,234.5, as the method's figures are.
const tags: Readonly<Record<Locale, string>> = { es: 'es-MX', en: 'en' };
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** A number with two decimals at most, and its unit: `92.5 %`, `180 ms`. */
export function sayNumber(value: number, unit: string | null, locale: Locale): string {
  const format = numbers(locale);
  return unit === null ? format.format(value) : `${format.format(value)} ${unit}`;
}

/** A day as people write it: `11 ene 2027`; without its year where that is plain. */
export function sayDay(day: string, locale: Locale, year: 'year' | 'no-year' = 'year'): string {
  return days(locale, year).format(Date.parse(`${day}T00:00:00Z`));
}

function numbers(locale: Locale): Intl.NumberFormat {
  const known = made.get(locale);
  if (known instanceof Intl.NumberFormat) return known;
  const format = new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 2 });
  made.set(locale, format);
  return format;
}

function days(locale: Locale, year: 'year' | 'no-year'): Intl.DateTimeFormat {
  const known = made.get(`${locale} ${year}`);
  if (known instanceof Intl.DateTimeFormat) return known;
  const format = new Intl.DateTimeFormat(tags[locale], { timeZone: 'UTC', day: 'numeric', month: 'short', ...(year === 'year' && { year: 'numeric' }) });
  made.set(`${locale} ${year}`, format);
  return format;
}
