import type { Locale } from '../../src/core/playbook/text-schema.ts';

interface ActionWords {
  readonly advisory: string;
  readonly nothingJudged: string;
  readonly sameHead: string;
  readonly heading: (number: number, title: string) => string;
}

/** Words of the Action's summaries and annotations. */
export const actionWords: Readonly<Record<Locale, ActionWords>> = {
  en: {
    advisory:
      'Advisory: whoever opened the pull request can edit the workflow that ran this. What decides is the app, or a run of the default branch’s workflow.',
    nothingJudged: 'No gate applies: there is no .github/sprintgate.yml on the default branch, or the pull request is against a branch that is not gated.',
    sameHead: 'Other open pull requests have the same head commit. The worst verdict of them all decides, as it does for the app’s checks:',
    heading: (number, title) => `Gates of #${number} ${title}`,
  },
  es: {
    advisory:
      'Orientativo: quien abrió el pull request puede editar el workflow que ejecutó esto. Decide la app, o una ejecución del workflow de la rama predeterminada.',
    nothingJudged: 'No aplica ninguna compuerta: no hay .github/sprintgate.yml en la rama predeterminada, o el pull request va contra una rama sin compuertas.',
    sameHead: 'Otros pull requests abiertos tienen el mismo commit. Decide el peor veredicto de todos, como en los checks de la app:',
    heading: (number, title) => `Compuertas de #${number} ${title}`,
  },
};
