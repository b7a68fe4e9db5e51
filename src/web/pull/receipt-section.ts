import { html } from 'hono/html';
import type { Html } from '../shell/html.ts';
import type { PullCase } from './pull-case.ts';
import { pullWords } from './pull-words.ts';

/** Which link of the chain this is, where the chain ends, and how both are checked. */
export function receiptSection({ explained, ledgerHead, name, locale }: PullCase): Html {
  const say = pullWords[locale];
  const { entry } = explained;
  return html`<section id="receipt">
    <h2>${say.receipt}</h2>
    <p>${say.receiptText}</p>
    <dl class="facts">
      <dt>${say.thisEntry}</dt>
      <dd><code>${entry.seq}:${entry.digest}</code></dd>
      ${
        ledgerHead === null
          ? ''
          : html`<dt>${say.head}</dt>
              <dd><code>${ledgerHead.seq}:${ledgerHead.digest}</code></dd>`
      }
      <dt>${say.verify}</dt>
      <dd><code>sprintgate ledger verify --repo ${name} --github</code></dd>
      <dt>${say.replay}</dt>
      <dd><code>sprintgate ledger replay ${entry.seq} --repo ${name}</code></dd>
    </dl>
  </section>`;
}
