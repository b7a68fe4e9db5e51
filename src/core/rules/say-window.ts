import type { Locale } from '../playbook/text-schema.ts';

const units = { m: 'minute', h: 'hour', d: 'day', w: 'week' } as const;

/** A window in words: `1_hour` is "1 hora" in Spanish. What is no window is shown as it was written. */
export function sayWindow(text: string, locale: Locale): string {
  const match = /^(\d+)[_ ]?([mhdw])/.exec(text);
  const unit = units[(match?.[2] ?? '') as keyof typeof units] as (typeof units)[keyof typeof units] | undefined;
  if (!match || unit === undefined) return text;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', useGrouping: false }).format(Number(match[1]));
}
