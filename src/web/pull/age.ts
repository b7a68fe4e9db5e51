import type { Locale } from '../../core/playbook/text-schema.ts';

/** From one time to another, in its largest unit. */
export function age(from: string, to: string, locale: Locale): string {
  const minutes = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000)) || 0;
  const [value, unit] =
    minutes < 120
      ? ([minutes, 'minute'] as const)
      : minutes < 2_880
        ? ([Math.round(minutes / 60), 'hour'] as const)
        : ([Math.round(minutes / 1_440), 'day'] as const);
  return new Intl.NumberFormat(locale === 'es' ? 'es-MX' : 'en', { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
