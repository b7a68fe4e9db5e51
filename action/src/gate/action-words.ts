import type { Locale } from '../../../src/core/playbook/text-schema.ts';

interface ActionWords {
  readonly advisory: string;
  readonly nothingJudged: string;
  readonly sameHead: string;
  readonly heading: (number: number, title: string) => string;
  readonly refused: string;
  readonly appDecides: (number: number) => string;
  readonly app: string;
  readonly nothingOpen: string;
  readonly left: (count: number) => string;
  readonly onlyCollects: string;
}

/** Words of the Action's summaries and annotations. */
export const actionWords: Readonly<Record<Locale, ActionWords>> = {
  en: {
    advisory:
      'Advisory: whoever opened the pull request can edit the workflow that ran this, so no checks are posted. What decides is the app, or a run of the default branch’s workflow (workflow_run, issue_comment, schedule).',
    nothingJudged: 'No gate applies: there is no .github/sprintgate.yml on the default branch, or the pull request is against a branch that is not gated.',
    sameHead: 'Other open pull requests have the same head commit. The worst verdict of them all decides, as it does for the app’s checks:',
    heading: (number, title) => `Gates of #${number} ${title}`,
    refused: 'No checks were posted: the token lacks `checks: write`. Only this step’s own result tells; grant it under `permissions:` of the job.',
    appDecides: (number) => `The Sprintgate app is installed and has posted its checks on #${number}. It decides; this step only collects.`,
    app: 'The Sprintgate app is installed, and its checks decide. What follows was asked for by hand.',
    nothingOpen: 'There is no open pull request to judge.',
    left: (count) => `${count} more heads are left to the next run: a job’s token may send a thousand requests an hour.`,
    onlyCollects:
      'This runs for a fork’s pull request, whose token may only read: this step collects and posts nothing. Gates are judged by a workflow of the default branch (workflow_run), or by the app.',
  },
  es: {
    advisory:
      'Orientativo: quien abrió el pull request puede editar el workflow que ejecutó esto, así que no se publican checks. Decide la app, o una ejecución del workflow de la rama principal (workflow_run, issue_comment, schedule).',
    nothingJudged: 'No aplica ninguna compuerta: no hay .github/sprintgate.yml en la rama principal, o el pull request va contra una rama sin compuertas.',
    sameHead: 'Otros pull requests abiertos tienen el mismo commit. Decide el peor veredicto de todos, como en los checks de la app:',
    heading: (number, title) => `Compuertas de #${number} ${title}`,
    refused: 'No se publicaron checks: al token le falta `checks: write`. Solo cuenta el resultado de este paso; concédalo en `permissions:` del job.',
    appDecides: (number) => `La app de Sprintgate está instalada y publicó sus checks en #${number}. Ella decide; este paso solo recolecta.`,
    app: 'La app de Sprintgate está instalada y deciden sus checks. Lo que sigue se pidió a mano.',
    nothingOpen: 'No hay ningún pull request abierto que evaluar.',
    left: (count) => `Quedan ${count} commits para la próxima ejecución: el token de un job puede hacer mil solicitudes por hora.`,
    onlyCollects:
      'Esto se ejecuta para el pull request de un fork, cuyo token solo puede leer: este paso recolecta y no publica nada. Las compuertas las evalúa un workflow de la rama principal (workflow_run), o la app.',
  },
};
