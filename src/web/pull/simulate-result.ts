import { html } from 'hono/html';
import type { Flip } from '../../core/explain/compare-verdicts.ts';
import type { Supposed, SupposedGate } from '../../core/explain/suppose-pull.ts';
import type { Locale } from '../../core/playbook/text-schema.ts';
import type { Outcome } from '../../core/verdict/verdict.ts';
import type { Html } from '../shell/html.ts';
import { outcomeMark } from '../shell/outcome-mark.ts';
import type { SupposedAnswer, Unsupposed } from './pull-ports.ts';
import { said } from './said.ts';
import { simulateWords } from './simulate-words.ts';

export interface ShownResult {
  readonly answer: SupposedAnswer | null;
  /** What was not understood. */
  readonly wrong: readonly string[];
  readonly locale: Locale;
  readonly lang: { readonly lang?: Locale };
}

/** What comes of it: each gate before and after, and what flips below it. */
export function simulateResult({ answer, wrong, locale, lang }: ShownResult): Html {
  const say = simulateWords[locale];
  return html`<section id="result" aria-live="polite">
    <h2>${say.result}</h2>
    ${wrong.map((what) => html`<p class="notice bad">${say.wrong(what)}</p>`)}
    ${answer === null ? html`<p>${say.nothingAsked}</p>` : 'not' in answer ? html`<p class="notice bad">${reason(answer.not, locale)}</p>` : outcome(answer, locale, lang)}
  </section>`;
}

function reason(not: Unsupposed, locale: Locale): Html {
  const say = simulateWords[locale];
  if (not.why === 'upload') return html`${say.upload(not.upload)}`;
  // Such sentences are the command line's, which speaks English.
  if (not.why === 'impossible') return html`${say.impossible} <span lang="en">${not.message}</span>`;
  return html`${said(say.not[not.why], {})}`;
}

function outcome({ supposed, readAnew }: Extract<SupposedAnswer, { supposed: Supposed }>, locale: Locale, lang: ShownResult['lang']): Html {
  const say = simulateWords[locale];
  const { gates, flips, more, decisionsSupposed } = supposed;
  return html`<div class="box">${gates.map((gate) => gateRow(gate, locale, lang))}</div>
    <h3>${say.flips}</h3>
    ${
      flips.length === 0
        ? html`<p>${gates.some(({ before, after }) => before !== after) ? '–' : say.nothing}</p>`
        : html`<div class="box">${flips.map((flip) => flipRow(flip, locale, lang))} ${more > 0 ? html`<p class="row dim">${say.more(more)}</p>` : ''}</div>`
    }
    <p class="dim">${say.notes.now} ${decisionsSupposed ? say.notes.decisions : ''} ${readAnew.length > 0 ? say.readAnew(readAnew.join(', ')) : ''}</p>`;
}

function gateRow({ title, before, after, reason: why }: SupposedGate, locale: Locale, lang: ShownResult['lang']): Html {
  const say = simulateWords[locale];
  return html`<div class="row">
    <p>
      <strong>${said(title, lang)}</strong>
      ${before === after ? html`${mark(after, locale)} <span class="dim">${say.same}</span>` : change(before, after, locale)}
    </p>
    <p>${said(why, lang)}</p>
  </div>`;
}

function flipRow({ gate, title, before, after, reason: why }: Flip, locale: Locale, lang: ShownResult['lang']): Html {
  return html`<div class="row">
    <p>${change(before, after, locale)} <strong>${said(title, lang)}</strong> <code>${gate}</code></p>
    ${after === null ? '' : html`<p>${said(why, lang)}</p>`}
  </div>`;
}

function change(before: Outcome | null, after: Outcome | null, locale: Locale): Html {
  const say = simulateWords[locale];
  return html`<span class="hidden">${say.before}</span>${mark(before, locale)} <span aria-hidden="true">→</span>
    <span class="hidden">${say.after}</span>${mark(after, locale)}`;
}

function mark(outcome: Outcome | null, locale: Locale): Html {
  return outcome === null ? html`<span class="mark not-applicable">${simulateWords[locale].absent}</span>` : outcomeMark(outcome, locale);
}
