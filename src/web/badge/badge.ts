import type { Locale } from '../../core/playbook/text-schema.ts';
import type { Standing } from '../../core/standing/standing.ts';

export const badgeKinds = ['readiness', 'coverage'] as const;
export type BadgeKind = (typeof badgeKinds)[number];

export interface Badge {
  readonly label: string;
  readonly value: string;
  readonly state: 'good' | 'bad' | 'unknown';
}

const words: Readonly<Record<Locale, Readonly<Record<BadgeKind | 'unknown', string>>>> = {
  en: { readiness: 'readiness', coverage: 'coverage', unknown: 'unknown' },
  es: { readiness: 'preparación', coverage: 'cobertura', unknown: 'sin datos' },
};

/** What a badge says of a standing, in the repository's language unless another is asked for. Rounded down: 99.99 is not 100. */
export function badge(kind: BadgeKind, standing: Standing | null, locale: Locale = standing?.locale ?? 'en'): Badge {
  const label = words[locale][kind];
  const unknown: Badge = { label, value: words[locale].unknown, state: 'unknown' };
  if (standing === null) return unknown;
  if (kind === 'readiness') return { label, value: `${standing.percent} %`, state: standing.outcome === 'pass' ? 'good' : 'bad' };
  const total = standing.coverage.find(({ component }) => component === 'total');
  if (!total || total.covered === null || total.total === null || total.total === 0) return unknown;
  const tenths = Math.floor((total.covered * 1_000) / total.total);
  const value = `${Math.floor(tenths / 10)}${locale === 'es' ? ',' : '.'}${tenths % 10} %`;
  return { label, value, state: total.outcome === 'pass' ? 'good' : 'bad' };
}
