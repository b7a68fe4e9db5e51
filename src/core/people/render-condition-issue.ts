import { dayIn } from '../calendar/calendar-day.ts';
import { wrapMarked } from '../markers/marker.ts';
import type { Locale } from '../playbook/text-schema.ts';
import { escapeMarkdown, inlineCode, markdownLink } from '../report/markdown.ts';
import { conditionMarkerId } from './condition-issues.ts';
import type { Decision } from './decision.ts';
import { lastDay } from './end-of-day.ts';

export interface ConditionIssueInput {
  readonly decision: Decision;
  /** Which of its conditions, counted from 1. */
  readonly position: number;
  /** The issue on which the receipt stands. */
  readonly receipt: number;
  /** The checkpoint's title. */
  readonly title: string;
}

interface Words {
  readonly title: (checkpoint: string, condition: string) => string;
  readonly what: (said: { readonly checkpoint: string; readonly by: string; readonly on: string; readonly receipt: string }) => string;
  readonly condition: string;
  readonly due: (day: string) => string;
  readonly note: (decision: string, comment: string) => string;
  readonly comment: string;
}

const words: Readonly<Record<Locale, Words>> = {
  en: {
    title: (checkpoint, condition) => `${checkpoint}, condition: ${condition}`,
    what: ({ checkpoint, by, on, receipt }) => `${by} approved **${checkpoint}** on ${on} under this condition; the receipt is on ${receipt}.`,
    condition: 'Condition',
    due: (day) =>
      `Close this issue **as completed** by ${day}, once the condition is met. If it is still open after that day, or closed as not planned, the approval no longer counts and the checkpoint has to be signed anew.`,
    note: (decision, comment) => `Decision ${decision}, from this ${comment}. Closing this issue signs nothing: it only meets the condition.`,
    comment: 'comment',
  },
  es: {
    title: (checkpoint, condition) => `${checkpoint}, condición: ${condition}`,
    what: ({ checkpoint, by, on, receipt }) => `${by} aprobó **${checkpoint}** el ${on} con esta condición; el recibo está en ${receipt}.`,
    condition: 'Condición',
    due: (day) =>
      `Cierre este issue **como completado** a más tardar el ${day}, cuando la condición se haya cumplido. Si después de ese día sigue abierto, o se cerró como no planeado, la aprobación deja de contar y el checkpoint se debe firmar de nuevo.`,
    note: (decision, comment) => `Decisión ${decision}, a partir de este ${comment}. Cerrar este issue no firma nada: solo cumple la condición.`,
    comment: 'comentario',
  },
};

// GitHub takes 256 characters; the checkpoint's title stands before it.
const longestTitle = 120;

/** The issue that one condition of an approval becomes: what is asked, by whom, by when, and what follows otherwise. */
export function renderConditionIssue(
  input: ConditionIssueInput,
  reader: { readonly locale: Locale; readonly timezone: string },
): { title: string; body: string } {
  const { decision, position } = input;
  const say = words[reader.locale];
  const condition = decision.conditions[position - 1] ?? '';
  const short = [...condition].length > longestTitle ? `${[...condition].slice(0, longestTitle - 1).join('')}…` : condition;
  const text = [
    say.what({
      checkpoint: escapeMarkdown(input.title),
      by: inlineCode(decision.by.login),
      on: dayIn(reader.timezone, decision.at),
      receipt: `#${input.receipt}`,
    }),
    `**${say.condition}:** ${escapeMarkdown(condition)}`,
    say.due(lastDay(reader.timezone, decision.due ?? decision.at)),
    say.note(inlineCode(decision.id), markdownLink(say.comment, decision.source.url)),
  ].join('\n\n');
  return { title: say.title(input.title, short), body: wrapMarked(decision.unit, conditionMarkerId(decision.id, position), text) };
}
