import { html } from 'hono/html';
import { commandTable } from '../../core/commands/command-table.ts';
import type { Locale } from '../../core/playbook/text-schema.ts';
import type { Html } from '../shell/html.ts';
import { prose } from '../shell/prose.ts';
import { moment } from './moment.ts';
import type { JudgedLine } from './pull-ports.ts';
import { pullWords } from './pull-words.ts';

interface Missing {
  readonly pull: number;
  readonly here: string;
  readonly locale: Locale;
}

/** Of a pull request that was never judged: what that may mean, and how it is looked at. */
export function neverJudged({ pull, locale }: Omit<Missing, 'here'>, isKnown: boolean): Html {
  const say = pullWords[locale];
  const called = commandTable.find(({ name }) => name === 'recheck')?.called[locale][0] ?? 'recheck';
  return html`<h1>${say.title(pull)}</h1>
    <div class="notice">
      <p><strong>${say.never}.</strong> ${isKnown ? say.neverOpen : say.neverKnown}</p>
      <p>${prose(say.recheck(`\`/sprintgate ${called}\``))}</p>
    </div>`;
}

/** Of a decision that cannot be shown: why, and which others there are. */
export function lostDecision({ pull, here, locale }: Missing, why: 'erased' | 'changed' | 'slow', others: readonly JudgedLine[]): Html {
  const say = pullWords[locale];
  return html`<h1>${say.title(pull)}</h1>
    <p class="notice bad">${prose(say.lost[why])}</p>
    <ul>
      ${others.map((line) => html`<li>${line.lost ? html`${moment(line.at)} · ${say.entry(line.seq)}` : html`<a href="${here}?at=${line.seq}">${moment(line.at)} · ${say.entry(line.seq)}</a>`}</li>`)}
    </ul>`;
}
