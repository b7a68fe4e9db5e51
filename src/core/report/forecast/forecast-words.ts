import type { Locale } from '../../playbook/text-schema.ts';

interface ForecastWords {
  readonly title: string;
  readonly summary: (days: { readonly half: string; readonly safe: string }, due: string) => string;
  readonly pace: (pace: { readonly weeks: number; readonly each: string; readonly open: number; readonly day: string }) => string;
  readonly planned: (weeks: number, due: string) => string;
  readonly done: (all: number) => string;
  readonly never: string;
  readonly nothingLeft: string;
  readonly header: readonly [checkpoint: string, open: string, plan: string, half: string, safe: string];
  readonly release: string;
}

/** Words of the forecast in the readiness report. */
export const forecastWords: Record<Locale, ForecastWords> = {
  en: {
    title: 'Forecast',
    summary: ({ half, safe }, due) => `the sprints’ work is done: ${half} (50 %), ${safe} (85 %); planned: ${due}`,
    pace: ({ weeks, each, open, day }) =>
      `By the team’s own pace: ${each} items a week over ${weeks} weeks, with ${open} open. As of Monday, ${day}; told anew each week.`,
    planned: (weeks, due) =>
      `planned for ${due}. These are the plan’s dates: the team’s own pace counts from four whole weeks of work on, and ${weeks === 0 ? 'none was' : `${weeks} ${weeks === 1 ? 'was' : 'were'}`} seen`,
    done: (all) => `all ${all} items of the plan’s sprints are closed`,
    never: 'not in sight',
    nothingLeft: 'nothing open',
    header: ['Until', 'Open', 'Planned', '50 %', '85 %'],
    release: 'All sprints',
  },
  es: {
    title: 'Pronóstico',
    summary: ({ half, safe }, due) => `fin del trabajo de los sprints: ${half} (50 %), ${safe} (85 %); previsto: ${due}`,
    pace: ({ weeks, each, open, day }) =>
      `Según el ritmo del propio equipo: ${each} elementos por semana en ${weeks} semanas, con ${open} abiertos. Al lunes ${day}; se calcula de nuevo cada semana.`,
    planned: (weeks, due) =>
      `previsto para el ${due}. Son las fechas del plan: el ritmo del equipo cuenta a partir de cuatro semanas completas de trabajo, y ${weeks === 0 ? 'no se ha visto ninguna' : weeks === 1 ? 'se ha visto una' : `se han visto ${weeks}`}`,
    done: (all) => `los ${all} elementos de los sprints del plan están cerrados`,
    never: 'no se vislumbra',
    nothingLeft: 'nada abierto',
    header: ['Hasta', 'Abiertos', 'Previsto', '50 %', '85 %'],
    release: 'Todos los sprints',
  },
};
