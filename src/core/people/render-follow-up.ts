import { wrapMarked } from '../markers/marker.ts';
import type { Locale } from '../playbook/text-schema.ts';
import { escapeMarkdown, inlineCode } from '../report/markdown.ts';
import type { Decision } from './decision.ts';

interface Words {
  readonly title: (pull: string) => string;
  readonly what: (pull: string, by: string, until: string) => string;
  readonly reason: string;
  readonly tasks: readonly string[];
  readonly note: (decision: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  en: {
    title: (pull) => `Follow up on the override of ${pull}`,
    what: (pull, by, until) => `${by} opened the gates of ${pull} for one head commit, until ${until}.`,
    reason: 'Reason',
    tasks: [
      'What the gates found was looked at',
      'What was let through is mended, or a waiver with a date accepts it',
      'What made the override necessary does not happen again',
    ],
    note: (decision) => `Decision ${decision}; its receipt is on the pull request. Closing this issue decides nothing.`,
  },
  es: {
    title: (pull) => `Dar seguimiento a la anulación de ${pull}`,
    what: (pull, by, until) => `${by} abrió las compuertas de ${pull} para un solo commit, hasta ${until}.`,
    reason: 'Motivo',
    tasks: [
      'Se revisó lo que encontraron las compuertas',
      'Lo que se dejó pasar está corregido, o lo acepta una exención con fecha',
      'Lo que hizo necesaria la anulación no se repetirá',
    ],
    note: (decision) => `Decisión ${decision}; su recibo está en el pull request. Cerrar este issue no decide nada.`,
  },
};

/** The marker id of the issue that follows up on an override. */
export function followUpMarkerId(decision: string): string {
  return `follow-up.${decision}`;
}

/** The issue that follows an override: gates that were opened by hand are looked at again by somebody. */
export function renderFollowUp(override: Decision, locale: Locale): { title: string; body: string } {
  const say = words[locale];
  const pull = override.subject.replace('pull/', '#');
  const text = [
    say.what(pull, inlineCode(override.by.login), inlineCode(override.until ?? '')),
    `**${say.reason}:** ${escapeMarkdown(override.reason ?? '')}`,
    say.tasks.map((task) => `- [ ] ${task}`).join('\n'),
    say.note(inlineCode(override.id)),
  ].join('\n\n');
  return { title: say.title(pull), body: wrapMarked(override.unit, followUpMarkerId(override.id), text) };
}
