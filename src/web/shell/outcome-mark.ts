import { html } from 'hono/html';
import type { Locale } from '../../core/playbook/text-schema.ts';
import type { Outcome } from '../../core/verdict/verdict.ts';
import type { Html } from './html.ts';

/** One sign for each, where there is no room for a word. */
export const outcomeMarks: Readonly<Record<Outcome, string>> = { pass: '✓', fail: '✕', pending: '●', 'not-applicable': '–', 'cannot-evaluate': '!' };

export const outcomeWords: Readonly<Record<Locale, Readonly<Record<Outcome, string>>>> = {
  en: { pass: 'holds', fail: 'does not hold', pending: 'pending', 'not-applicable': 'does not apply', 'cannot-evaluate': 'cannot be evaluated' },
  es: { pass: 'se cumple', fail: 'no se cumple', pending: 'pendiente', 'not-applicable': 'no aplica', 'cannot-evaluate': 'no se puede evaluar' },
};

/** A verdict by sign, colour and word, so that none of them is needed alone. */
export function outcomeMark(outcome: Outcome, locale: Locale): Html {
  return html`<span class="mark ${outcome}"><span aria-hidden="true">${outcomeMarks[outcome]}</span> ${outcomeWords[locale][outcome]}</span>`;
}
