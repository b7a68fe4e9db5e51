import { html, raw } from 'hono/html';
import type { Outcome } from '../../core/verdict/verdict.ts';
import type { Html } from '../shell/html.ts';
import { prose } from '../shell/prose.ts';
import { historyStrip } from './history-strip.ts';
import { moment } from './moment.ts';
import type { PullCase } from './pull-case.ts';
import type { JudgedLine } from './pull-ports.ts';
import { pullWords } from './pull-words.ts';
import { outcomeMark } from '../shell/outcome-mark.ts';

/** Each decision that the ledger has: as a strip, and as a list that leads to what was seen then. */
export function historySection(about: PullCase): Html {
  const { history, here, isPaged, locale } = about;
  const say = pullWords[locale];
  const last = history.lines.at(-1);
  return html`<section id="history">
    <h2>${say.history}</h2>
    <p class="dim">${say.historyText}</p>
    ${raw(historyStrip(history.lines, { title: say.strip, locale }))}
    <div class="box lines">${history.lines.map((line) => row(line, about))}</div>
    <nav class="pager" aria-label="${say.history}">
      ${isPaged ? html`<a href="${here}#history">${say.backToNewest}</a>` : ''}
      ${history.more && last ? html`<a href="${here}?before=${last.seq}#history">${say.earlier}</a>` : ''}
    </nav>
  </section>`;
}

function row(line: JudgedLine, about: PullCase): Html {
  const { here, explained, locale } = about;
  const say = pullWords[locale];
  const isShown = line.seq === explained.entry.seq;
  const name = html`${moment(line.at)} · ${say.entry(line.seq)}`;
  return html`<div class="row">
    <p>
      ${line.lost ? name : html`<a href="${here}?at=${line.seq}" ${isShown ? raw('aria-current="true"') : ''}>${name}</a>`}
      ${line.head === null ? '' : html`<code>${line.head.slice(0, 12)}</code>`} ${line.by === 'own' ? '' : html`<span class="tag">${say.by[line.by]}</span>`}
      ${isShown ? html`<span class="tag">${say.shown}</span>` : ''}
    </p>
    ${
      line.lost
        ? html`<p class="dim">${prose(say.lost[line.lost.why])} ${line.lost.why === 'erased' && line.lost.at !== null ? moment(line.lost.at) : ''}</p>`
        : html`<p class="verdicts">${line.gates.map(({ gate, outcome }) => verdict(gate, outcome, about))}</p>`
    }
  </div>`;
}

function verdict(gate: string, outcome: Outcome, { locale }: PullCase): Html {
  return html`<span><code>${gate}</code> ${outcomeMark(outcome, locale)}</span> `;
}
