import type { Locale } from '../playbook/text-schema.ts';

interface OnboardingWords {
  readonly title: string;
  readonly what: string;
  readonly next: string;
  readonly steps: (link: string | null) => readonly string[];
  readonly proposal: string;
  readonly preview: string;
  readonly planned: (counts: { milestones: number; issues: number; weeks: number }) => string;
  readonly milestone: string;
  readonly due: string;
  readonly issues: string;
  readonly takes: (minutes: number) => string;
  readonly seed: string;
  readonly seeded: string;
  readonly broken: string;
}

/** The words of the onboarding issue and of the plan's preview below it. */
export const onboardingWords: Readonly<Record<Locale, OnboardingWords>> = {
  en: {
    title: 'Set up Sprintgate in this repository',
    what: 'Sprintgate turns a delivery method into this repository’s milestones and issues, checks every pull request for test coverage and for the review checkpoints that have to be signed, and reports on each release pull request whether it is ready. Nothing happens until a configuration is on the default branch.',
    next: 'What to do',
    steps: (link) => [
      link
        ? `[Open the proposed configuration in GitHub’s editor](${link}), change what is not right, and propose it as a pull request.`
        : 'Add the file below as `.github/sprintgate.yml` in a pull request, and change what is not right.',
      'Once it is merged, the plan appears here as a comment. Nothing is created yet.',
      'Somebody with authority answers `/sprintgate seed`, and the milestones and issues are created.',
    ],
    proposal: 'The proposed configuration, from what is in the repository today',
    preview: 'The plan of this repository',
    planned: ({ milestones, issues, weeks }) => `${milestones} milestones and ${issues} issues over ${weeks} weeks.`,
    milestone: 'Milestone',
    due: 'Due',
    issues: 'Issues',
    takes: (minutes) => `Creating it takes about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, within GitHub’s limits.`,
    seed: 'To create it, somebody with authority comments `/sprintgate seed`. Closing this issue changes nothing.',
    seeded: 'It has been created. After a change of the configuration, `/sprintgate seed` brings it up to date.',
    broken: 'The configuration on the default branch has errors, so there is no plan yet:',
  },
  es: {
    title: 'Configurar Sprintgate en este repositorio',
    what: 'Sprintgate convierte un método de entrega en los milestones y los issues de este repositorio, revisa en cada pull request la cobertura de pruebas y los checkpoints que deben estar firmados, y dice en cada pull request de liberación si está listo. Nada sucede hasta que haya una configuración en la rama principal.',
    next: 'Qué sigue',
    steps: (link) => [
      link
        ? `[Abra la configuración propuesta en el editor de GitHub](${link}), corrija lo que haga falta y propóngala en un pull request.`
        : 'Agregue el archivo de abajo como `.github/sprintgate.yml` en un pull request y corrija lo que haga falta.',
      'Cuando se integre, el plan aparecerá aquí como comentario. Todavía no se crea nada.',
      'Alguien con autoridad responde `/sprintgate sembrar`, y se crean los milestones y los issues.',
    ],
    proposal: 'La configuración propuesta, a partir de lo que hay hoy en el repositorio',
    preview: 'El plan de este repositorio',
    planned: ({ milestones, issues, weeks }) => `${milestones} milestones y ${issues} issues en ${weeks} semanas.`,
    milestone: 'Milestone',
    due: 'Vence',
    issues: 'Issues',
    takes: (minutes) => `Crearlo toma alrededor de ${minutes} ${minutes === 1 ? 'minuto' : 'minutos'}, dentro de los límites de GitHub.`,
    seed: 'Para crearlo, alguien con autoridad comenta `/sprintgate sembrar`. Cerrar este issue no cambia nada.',
    seeded: 'Ya se creó. Tras un cambio de la configuración, `/sprintgate sembrar` lo pone al día.',
    broken: 'La configuración de la rama principal tiene errores, así que aún no hay plan:',
  },
};
