import { html } from 'hono/html';
import type { ExplainedGate } from '../../core/explain/explained-pull.ts';
import { checkState } from '../../core/verdict/conclusion.ts';
import type { Html } from '../shell/html.ts';
import { outcomeMark } from '../shell/outcome-mark.ts';
import { live, type PullCase, spoken } from './pull-case.ts';
import { pullWords } from './pull-words.ts';
import { said } from './said.ts';

/** The answer in a sentence, and a line for each gate. It is read again while the page is open, where it may still change. */
export function standingSection(about: PullCase): Html {
  const { explained, locale } = about;
  const say = pullWords[locale];
  const closed = explained.gates.filter((gate) => stateOf(gate) === 'closed');
  const waits = explained.gates.filter((gate) => stateOf(gate) === 'waits');
  const names = (gates: readonly ExplainedGate[]): string => gates.map(({ verdict }) => verdict.gate).join(', ');
  const idle = explained.gates.filter(({ enforcement }) => enforcement !== 'block');
  const [kind, sentence] =
    closed.length > 0
      ? (['bad', say.closed(names(closed))] as const)
      : waits.length > 0
        ? (['', say.waiting(names(waits))] as const)
        : (['good', say.open] as const);
  return html`<section id="standing" ${live(about)}>
    <h2>${say.standing}</h2>
    <p class="notice ${kind}"><strong>${sentence}</strong>${idle.length === 0 ? '' : html` ${say.idle}: ${names(idle)}.`}</p>
    <div class="box gates">
      ${explained.gates.map(
        ({ verdict, enforcement }) =>
          html`<div class="row">
            <p>
              <a href="#gate-${verdict.gate}"><strong>${said(verdict.title, spoken(about))}</strong></a> ${outcomeMark(verdict.verdict, locale)}
              <span class="tag">${say.enforcement[enforcement]}</span>
            </p>
            <p>${said(verdict.reason, spoken(about))}</p>
          </div>`,
      )}
    </div>
  </section>`;
}

function stateOf({ verdict, enforcement }: ExplainedGate): 'closed' | 'waits' | 'open' {
  if (enforcement !== 'block') return 'open';
  const state = checkState(verdict.verdict, enforcement);
  if (state?.status !== 'completed') return 'waits';
  return state.conclusion === 'success' ? 'open' : 'closed';
}
