import type { Locale } from '../playbook/text-schema.ts';

/** What we answer to reviews. Names and ids come in as Markdown that is escaped already. */
export interface ReviewWords {
  readonly dismissedLater: (decision: string) => string;
  readonly review: (login: string) => string;
  readonly labelUnknown: string;
  readonly labelLater: (label: string) => string;
  readonly reviewedOther: string;
}

export const reviewWords: Readonly<Record<Locale, ReviewWords>> = {
  en: {
    dismissedLater: (decision) =>
      `The review behind ${decision} was dismissed after it was accepted. The decision stands as it was signed; only \`/sprintgate revoke\` or its end takes it back.`,
    review: (login) => `Approving review of ${login}`,
    labelUnknown: 'Nothing was decided yet: GitHub did not say when the label was put on. It is tried again.',
    labelLater: (label) => `Nothing was signed: the label ${label} was not there when the review was given. Approve once more, now that it is.`,
    reviewedOther: 'Nothing was signed: the review is of another commit than the head. Look at the head commit and approve once more.',
  },
  es: {
    dismissedLater: (decision) =>
      `La revisión que originó ${decision} se descartó después de aceptarse. La decisión sigue como se firmó; solo \`/sprintgate revocar\` o su término la dejan sin efecto.`,
    review: (login) => `Revisión aprobatoria de ${login}`,
    labelUnknown: 'Todavía no se decidió nada: GitHub no dijo cuándo se puso la etiqueta. Se intentará de nuevo.',
    labelLater: (label) => `No se firmó nada: la etiqueta ${label} no estaba cuando se dio la revisión. Apruebe de nuevo, ahora que está.`,
    reviewedOther: 'No se firmó nada: la revisión es de otro commit, no del último. Revise el último commit y apruebe de nuevo.',
  },
};
