import { html } from 'hono/html';
import type { ExplainedAction } from '../../core/explain/explain-gate.ts';
import type { ExplainedGate } from '../../core/explain/explained-pull.ts';
import { isOpen } from '../../core/report/outcome-signs.ts';
import type { Html } from '../shell/html.ts';
import { outcomeMark } from '../shell/outcome-mark.ts';
import { decisionAddress, live, type PullCase, spoken } from './pull-case.ts';
import { pullWords } from './pull-words.ts';
import { said } from './said.ts';

// Of each gate on the page of all, and of one that is asked for by itself.
const [few, many] = [6, 3_000];
const mostSubjects = 4;

/** The smallest set of actions that turns each gate green, and who takes them. */
export function greenSection(about: PullCase): Html {
  const { explained, gate: asked, locale } = about;
  const say = pullWords[locale];
  const open = explained.gates.filter(({ verdict, actions }) => isOpen(verdict.verdict) && actions.length > 0 && (asked === null || verdict.gate === asked));
  return html`<section id="green" ${live(about)}>
    <h2>${say.green}</h2>
    ${open.length === 0 ? html`<p>${say.allGreen}</p>` : html`<p class="dim">${say.greenText}</p>`} ${open.map((gate) => steps(gate, about))}
  </section>`;
}

function steps({ verdict, actions }: ExplainedGate, about: PullCase): Html {
  const say = pullWords[about.locale];
  const most = about.gate === null ? few : many;
  const left = actions.length - most;
  return html`<div class="box">
    <h3>${said(verdict.title, spoken(about))} · ${say.smallest(actions.length)} ${outcomeMark(verdict.verdict, about.locale)}</h3>
    <ol class="steps">
      ${actions.slice(0, most).map((action) => html`<li>${step(action, about)}</li>`)}
    </ol>
    ${left > 0 ? html`<p class="row"><a href="${decisionAddress(about, { gate: verdict.gate })}#green">${say.more(left)}</a></p>` : ''}
  </div>`;
}

function step({ what, who, subjects, kind }: ExplainedAction, about: PullCase): Html {
  const say = pullWords[about.locale];
  const lang = spoken(about);
  const more = subjects.length - mostSubjects;
  return html`<p>${said(what, lang)} ${kind === 'act' ? '' : html`<span class="tag">${say.kinds[kind]}</span>`}</p>
    <p class="dim">${say.who}: ${said(who, lang)}</p>
    <p class="dim">
      ${say.forWhat}:
      ${said(
        subjects
          .slice(0, mostSubjects)
          .map(({ title }) => title)
          .join(' · '),
        lang,
      )}
      ${more > 0 ? say.more(more) : ''}
    </p>`;
}
