import type { Locale } from '../../playbook/text-schema.ts';

interface PlanningWords {
  readonly title: string;
  readonly unplanned: string;
  readonly brief: string;
  readonly next: string;
  readonly unknown: (why: string) => string;
  readonly exempt: (login: string) => string;
  readonly pushed: (login: string) => string;
}

/** What the checkpoint gate says of work without a plan. */
export const planningWords: Readonly<Record<Locale, PlanningWords>> = {
  en: {
    title: 'Planned work',
    unplanned: 'This work is not planned: it has no milestone of the plan and closes no issue of it.',
    brief: 'it is not planned: no milestone, and it closes no item',
    next: 'Write `Closes #N` with an item of the sprint in its description, or give it the milestone of the sprint.',
    unknown: (why) => `Whether this work is planned cannot be told, since issues could not be read: ${why}`,
    exempt: (login) => `${login} needs no plan (\`planning.exempt\`).`,
    pushed: (login) => `${login} would need no plan, but somebody else pushed to its branch.`,
  },
  es: {
    title: 'Trabajo planeado',
    unplanned: 'Este trabajo no está planeado: no tiene un milestone del plan ni cierra un issue del plan.',
    brief: 'no está planeado: sin milestone y sin issue que cierre',
    next: 'Escriba `Closes #N` con un pendiente del sprint en la descripción, o asígnele el milestone del sprint.',
    unknown: (why) => `No se sabe si este trabajo está planeado, porque no se pudieron leer los issues: ${why}`,
    exempt: (login) => `${login} no necesita plan (\`planning.exempt\`).`,
    pushed: (login) => `${login} no necesitaría plan, pero alguien más hizo push a su rama.`,
  },
};
