import { html } from 'hono/html';
import type { Html } from '../shell/html.ts';
import { greenSection } from './green-section.ts';
import { historySection } from './history-section.ts';
import { inputsSection } from './inputs-section.ts';
import { moment } from './moment.ts';
import { type PullCase, spoken } from './pull-case.ts';
import { pullWords } from './pull-words.ts';
import { receiptSection } from './receipt-section.ts';
import { simulateForm } from './simulate-form.ts';
import { simulateWords } from './simulate-words.ts';
import { standingSection } from './standing-section.ts';
import { treeSection } from './tree-section.ts';

/** All of one decision about a pull request. */
export function pullPage(about: PullCase): Html {
  const { explained, here, isNewest, gate, locale } = about;
  const say = pullWords[locale];
  return html`${pullHead(about)} ${isNewest ? '' : html`<p class="notice">${say.older} <a href="${here}">${say.newest}</a></p>`}
  ${explained.seen === null ? html`<p class="notice bad">${say.partly}</p>` : ''}
  ${gate === null ? html`${standingSection(about)} ${greenSection(about)} ${treeSection(about)}` : html`${greenSection(about)} ${treeSection(about)}`}
  ${gate === null ? html`${inputsSection(about)} ${simulateSection(about)} ${historySection(about)} ${receiptSection(about)}` : html`<p><a href="${here}">${say.back}</a></p>`}`;
}

/** Title and facts, also of the page on which one supposes. */
export function pullHead({ explained, locale }: PullCase): Html {
  const say = pullWords[locale];
  const { pull, title, seen, entry, author, merged, head, engine } = explained;
  return html`<h1><span class="dim">#${pull}</span> ${title ?? say.title(pull)}</h1>
    <dl class="facts compact">
      <dt>${say.facts.decided}</dt>
      <dd>${moment(entry.at)} · ${say.entry(entry.seq)} · ${say.facts.engine} ${engine}</dd>
      <dt>${say.facts.commit}</dt>
      <dd><code>${head?.slice(0, 12) ?? '–'}</code> ${merged === true ? html`<span class="tag">${say.merged}</span>` : ''}</dd>
      ${
        seen?.branch
          ? html`<dt>${say.facts.branches}</dt>
              <dd><code>${seen.branch}</code> → <code>${seen.base}</code></dd>`
          : ''
      }
      ${
        author === null
          ? ''
          : html`<dt>${say.facts.author}</dt>
              <dd>@${author}</dd>`
      }
      ${
        seen?.milestone
          ? html`<dt>${say.facts.milestone}</dt>
              <dd>${seen.milestone}</dd>`
          : ''
      }
      ${
        seen && seen.labels.length > 0
          ? html`<dt>${say.facts.labels}</dt>
              <dd>${seen.labels.map((label) => html`<span class="tag">${label}</span> `)}</dd>`
          : ''
      }
      ${
        seen?.url
          ? html`<dt>GitHub</dt>
              <dd><a href="${seen.url}" rel="noreferrer">${say.onGitHub}</a></dd>`
          : ''
      }
    </dl>`;
}

function simulateSection(about: PullCase): Html {
  const { explained, here, locale } = about;
  const say = simulateWords[locale];
  if (!explained.offers) return html``;
  const form = { offers: explained.offers, action: `${here}/simulate`, seq: explained.entry.seq, asked: new URLSearchParams(), locale, lang: spoken(about) };
  return html`<section id="simulate">
    <h2>${say.title}</h2>
    <p>${say.text}</p>
    <details>
      <summary>${say.title} …</summary>
      ${simulateForm(form)}
    </details>
  </section>`;
}
