import type { Locale } from '../../core/playbook/text-schema.ts';

// Mexico's Spanish writes 1,234.5, as the method's figures are.
const tags: Readonly<Record<Locale, string>> = { es: 'es-MX', en: 'en' };
const ways = { plain: { maximumFractionDigits: 2 }, small: { maximumSignificantDigits: 3 }, short: { notation: 'compact', maximumFractionDigits: 1 } } as const;
const numbers = new Map<string, Intl.NumberFormat>();
const days = new Map<string, Intl.DateTimeFormat>();

/** A number with two decimals at most, or three digits below one, and its unit: `92.5 %`, `0.0125`. */
export function sayNumber(value: number, unit: string | null, locale: Locale): string {
  return say(value, { way: Math.abs(value) < 1 && value !== 0 ? 'small' : 'plain', unit, locale });
}

/** A number at an axis: from a hundred thousand on in short, `1.2M`. */
export function sayTick(value: number, unit: string | null, locale: Locale): string {
  return Math.abs(value) < 100_000 ? sayNumber(value, unit, locale) : say(value, { way: 'short', unit, locale });
}

/** Whether a figure can be drawn and said: nobody's is larger. */
export function isFigure(value: number): boolean {
  return Math.abs(value) <= 1e15;
}

/** A day as people write it: `11 ene 2027`; without its year where that is plain. */
export function sayDay(day: string, locale: Locale, year: 'year' | 'no-year' = 'year'): string {
  const key = `${locale} ${year}`;
  const format =
    days.get(key) ?? new Intl.DateTimeFormat(tags[locale], { timeZone: 'UTC', day: 'numeric', month: 'short', ...(year === 'year' && { year: 'numeric' }) });
  days.set(key, format);
  return format.format(Date.parse(`${day}T00:00:00Z`));
}

function say(value: number, { way, unit, locale }: { readonly way: keyof typeof ways; readonly unit: string | null; readonly locale: Locale }): string {
  const key = `${locale} ${way}`;
  const format = numbers.get(key) ?? new Intl.NumberFormat(tags[locale], ways[way]);
  numbers.set(key, format);
  return unit === null ? format.format(value) : `${format.format(value)} ${unit}`;
}
