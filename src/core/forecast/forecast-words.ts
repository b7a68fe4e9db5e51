import type { Locale } from '../playbook/text-schema.ts';

interface ForecastWords {
  readonly heading: string;
  readonly ready: (p50: string, p85: string) => string;
  readonly on: (day: string) => string;
  readonly never: string;
  readonly pace: (items: string, weeks: number) => string;
  readonly byPlan: (weeks: number, least: number) => string;
  readonly planned: (day: string) => string;
  readonly unplanned: string;
  readonly header: readonly [checkpoint: string, open: string, due: string];
  readonly late: (days: number) => string;
}

/** Words of the forecast. Days are given as `YYYY-MM-DD`. */
export const forecastWords: Record<Locale, ForecastWords> = {
  es: {
    heading: 'Pronóstico',
    ready: (p50, p85) => `El trabajo estará terminado ${p50} en la mitad de los futuros simulados (P50), y ${p85} en 85 de cada 100 (P85)`,
    on: (day) => `el ${day}`,
    never: 'después de más de dos años',
    pace: (items, weeks) => `al ritmo del equipo: una mediana de ${items} elementos por semana en ${weeks} semanas de trabajo.`,
    byPlan: (weeks, least) =>
      `Hay ${weeks === 1 ? '1 semana completa' : `${weeks} semanas completas`} de trabajo y se necesitan ${least} para un pronóstico: estas son las fechas del plan.`,
    planned: (day) => `El plan termina el ${day}.`,
    unplanned: 'El plan no tiene fechas.',
    header: ['Checkpoint', 'Abiertos', 'Fecha del plan'],
    late: (days) => (days === 1 ? '1 día tarde' : `${days} días tarde`),
  },
  en: {
    heading: 'Forecast',
    ready: (p50, p85) => `The work will be done ${p50} in half of the simulated futures (P50), and ${p85} in 85 of 100 (P85)`,
    on: (day) => `on ${day}`,
    never: 'after more than two years',
    pace: (items, weeks) => `at the team’s pace: a median of ${items} items a week in ${weeks} weeks of work.`,
    byPlan: (weeks, least) =>
      `There ${weeks === 1 ? 'is 1 whole week' : `are ${weeks} whole weeks`} of work, and a forecast needs ${least}: these are the plan’s days.`,
    planned: (day) => `The plan ends on ${day}.`,
    unplanned: 'The plan has no days.',
    header: ['Checkpoint', 'Open', 'Day of the plan'],
    late: (days) => (days === 1 ? '1 day late' : `${days} days late`),
  },
};
