import type { Locale } from '../../../src/core/playbook/text-schema.ts';

interface SeedStepWords {
  readonly heading: string;
  readonly nothing: string;
  readonly planned: (writes: number, minutes: number) => string;
  readonly made: (writes: number) => string;
  readonly what: string;
  readonly more: (count: number) => string;
  readonly notOwner: (login: string) => string;
  readonly appSeeded: (login: string) => string;
}

/** Words of the step that seeds. */
export const seedWords: Readonly<Record<Locale, SeedStepWords>> = {
  en: {
    heading: 'Backlog',
    nothing: 'Nothing to do: the backlog is as planned.',
    planned: (writes, minutes) => `${writes} writes, about ${minutes} minutes within GitHub’s limits.`,
    made: (writes) => `${writes} writes made.`,
    what: 'Write',
    more: (count) => `and ${count} more`,
    notOwner: (login) => `what ${login} seeds does not count for the gates: add it to the configuration, \`seed: { owners: ["${login}"] }\`.`,
    appSeeded: (login) => `${login} has seeded this repository; seeding here as well would make everything twice. Use /sprintgate seed.`,
  },
  es: {
    heading: 'Backlog',
    nothing: 'Nada que hacer: el backlog está como se planeó.',
    planned: (writes, minutes) => `${writes} escrituras, unos ${minutes} minutos dentro de los límites de GitHub.`,
    made: (writes) => `${writes} escrituras hechas.`,
    what: 'Escritura',
    more: (count) => `y ${count} más`,
    notOwner: (login) => `lo que siembra ${login} no cuenta para las compuertas: agrégalo a la configuración, \`seed: { owners: ["${login}"] }\`.`,
    appSeeded: (login) => `${login} ya sembró este repositorio; sembrar también aquí lo haría todo dos veces. Usa /sprintgate seed.`,
  },
};
