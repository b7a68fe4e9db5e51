import type { Locale } from '../../../core/playbook/text-schema.ts';

interface OperationsWords {
  readonly queue: string;
  readonly lead: string;
  readonly waiting: string;
  readonly oldest: (seconds: number) => string;
  readonly active: string;
  readonly later: string;
  readonly dead: string;
  readonly deadText: string;
}

export const operationsWords: Readonly<Record<Locale, OperationsWords>> = {
  en: {
    queue: 'What Sprintgate has yet to do here',
    lead: 'Its work on this repository alone: checks, comments, the plan.',
    waiting: 'Waiting',
    oldest: (seconds) => `the oldest for ${seconds} s`,
    active: 'Being worked',
    later: 'Put off to a later time',
    dead: 'Given up',
    deadText: 'Whoever runs Sprintgate finds the reason with `sprintgate jobs dead`, and has it tried again with `sprintgate jobs retry`.',
  },
  es: {
    queue: 'Lo que Sprintgate tiene pendiente aquí',
    lead: 'Solo su trabajo en este repositorio: checks, comentarios, el plan.',
    waiting: 'En espera',
    oldest: (seconds) => `el más antiguo, ${seconds} s`,
    active: 'En curso',
    later: 'Aplazados',
    dead: 'Abandonados',
    deadText: 'Quien opera Sprintgate encuentra la razón con `sprintgate jobs dead` y hace que se reintente con `sprintgate jobs retry`.',
  },
};
