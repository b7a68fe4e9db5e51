import type { Locale } from '../playbook/text-schema.ts';

/** Values of facts that are words rather than figures or names, by key and value. Others are shown as the playbook has them. */
const values: Record<Locale, Readonly<Record<string, string>>> = {
  es: {
    'probability.high': 'Alta',
    'probability.medium': 'Media',
    'probability.low': 'Baja',
    'impact.high': 'Alto',
    'impact.medium': 'Medio',
    'impact.low': 'Bajo',
    'frequency.daily': 'Diaria',
    'frequency.hourly': 'Cada hora',
    'frequency.real-time': 'En tiempo real',
    'frequency.weekly': 'Semanal',
    'trigger.scheduled': 'Programado',
    'trigger.drift-detected': 'Al detectar drift',
    'trigger.manual': 'Manual',
  },
  en: {
    'probability.high': 'High',
    'probability.medium': 'Medium',
    'probability.low': 'Low',
    'impact.high': 'High',
    'impact.medium': 'Medium',
    'impact.low': 'Low',
    'frequency.daily': 'Daily',
    'frequency.hourly': 'Hourly',
    'frequency.real-time': 'Real-time',
    'frequency.weekly': 'Weekly',
    'trigger.scheduled': 'Scheduled',
    'trigger.drift-detected': 'When drift is detected',
    'trigger.manual': 'Manual',
  },
};

/** A fact's value as people read it. */
export function factWord(locale: Locale, key: string, value: string): string {
  return values[locale][`${key}.${value.toLowerCase().replaceAll('_', '-')}`] ?? value;
}
