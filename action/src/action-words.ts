import type { Locale } from '../../src/core/playbook/text-schema.ts';

interface ActionWords {
  readonly advisory: string;
  readonly nothingJudged: string;
  readonly sameHead: string;
  readonly heading: (number: number, title: string) => string;
  readonly collected: (count: number) => string;
  readonly report: string;
  readonly outcome: string;
  readonly totals: string;
  readonly nextStep: string;
}

/** Words of the Action's summaries and annotations. */
export const actionWords: Readonly<Record<Locale, ActionWords>> = {
  en: {
    advisory:
      'Advisory: whoever opened the pull request can edit the workflow that ran this. What decides is the app, or a run of the default branch’s workflow.',
    nothingJudged: 'No gate applies: there is no .github/sprintgate.yml on the default branch, or the pull request is against a branch that is not gated.',
    sameHead: 'Other open pull requests have the same head commit. The worst verdict of them all decides, as it does for the app’s checks:',
    heading: (number, title) => `Gates of #${number} ${title}`,
    collected: (count) => `${count} ${count === 1 ? 'report' : 'reports'} collected`,
    report: 'Report',
    outcome: 'Outcome',
    totals: 'Lines',
    nextStep: 'This step uploads nothing itself. The next step of the job uploads the folder:',
  },
  es: {
    advisory:
      'Orientativo: quien abrió el pull request puede editar el workflow que ejecutó esto. Decide la app, o una ejecución del workflow de la rama predeterminada.',
    nothingJudged: 'No aplica ninguna compuerta: no hay .github/sprintgate.yml en la rama predeterminada, o el pull request va contra una rama sin compuertas.',
    sameHead: 'Otros pull requests abiertos tienen el mismo commit. Decide el peor veredicto de todos, como en los checks de la app:',
    heading: (number, title) => `Compuertas de #${number} ${title}`,
    collected: (count) => (count === 1 ? '1 reporte reunido' : `${count} reportes reunidos`),
    report: 'Reporte',
    outcome: 'Resultado',
    totals: 'Líneas',
    nextStep: 'Este paso no sube nada por sí mismo. El siguiente paso del job sube la carpeta:',
  },
};
