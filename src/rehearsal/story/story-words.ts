import type { Locale } from '../../core/playbook/text-schema.ts';

/** What people write in the rehearsal, in the language of its configuration. */
export interface StoryWords {
  readonly seed: string;
  readonly approve: (checkpoint: string) => string;
  readonly configMessage: string;
  readonly weakTitle: string;
  readonly weakBody: string;
  readonly fixMessage: string;
  readonly earlyTitle: string;
  readonly earlyBody: string;
  readonly releaseTitle: string;
  readonly releaseBody: string;
}

export const storyWords: Readonly<Record<Locale, StoryWords>> = {
  en: {
    seed: '/sprintgate seed',
    approve: (checkpoint) => `Looked at together with the team; it holds.\n\n/sprintgate approve ${checkpoint}`,
    configMessage: 'ci: configure Sprintgate',
    weakTitle: 'Add rate limits to the API',
    weakBody: 'Each plan gets its limit a minute. More tests will follow.',
    fixMessage: 'test: cover the limits',
    earlyTitle: 'Explain each decision',
    earlyBody: 'The three features that weighed most, with their sign.',
    releaseTitle: 'Release 0.1',
    releaseBody: 'What was merged so far.',
  },
  es: {
    seed: '/sprintgate sembrar',
    approve: (checkpoint) => `Lo revisamos con el equipo; se cumple.\n\n/sprintgate aprobar ${checkpoint}`,
    configMessage: 'ci: configurar Sprintgate',
    weakTitle: 'Agregar límites de uso al API',
    weakBody: 'Cada plan tiene su límite por minuto. Faltan pruebas, vienen después.',
    fixMessage: 'test: cubrir los límites',
    earlyTitle: 'Explicar cada decisión',
    earlyBody: 'Las tres variables que más pesaron, con su signo.',
    releaseTitle: 'Liberar 0.1',
    releaseBody: 'Lo que se ha integrado hasta hoy.',
  },
};
