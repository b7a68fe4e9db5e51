import { html } from 'hono/html';
import { webAddress } from '../../core/report/inert-text.ts';
import type { Decision } from '../../core/people/decision.ts';
import type { Html } from '../shell/html.ts';
import { inputsWords } from './inputs-words.ts';
import { moment } from './moment.ts';
import type { PullCase } from './pull-case.ts';

const most = 60;

/** What people had decided in the repository by then, newest first, and the commands on the pull request. */
export function peopleSection({ explained: { decisions, commands }, locale }: PullCase): Html {
  const say = inputsWords[locale];
  const newest = decisions.toReversed();
  return html`<div class="box">
    <h3>${say.decisions}</h3>
    ${newest.length === 0 ? html`<p class="row">${say.noDecisions}</p>` : ''} ${newest.slice(0, most).map((decision) => row(decision, locale))}
    ${newest.length > most ? html`<p class="row dim">${say.more(newest.length - most)}</p>` : ''}
    ${commands.length === 0 ? '' : html`<h3 class="row">${say.commands}</h3>`}
    ${commands
      .slice(-most)
      .map(
        ({ at, by, commentId, codes }) =>
          html`<p class="row">
            ${moment(at)} @${by?.login ?? say.unknown} <span class="dim">${say.comment} ${commentId}: ${codes.join(', ') || say.accepted}</span>
          </p>`,
      )}
  </div>`;
}

function row({ kind, subject, by, at, proof, until, reason, source }: Decision, locale: PullCase['locale']): Html {
  const say = inputsWords[locale];
  const url = webAddress(source.url);
  return html`<div class="row">
    <p><code>${subject}</code> <strong>${say.kinds[kind]}</strong> @${by.login} <span class="dim">${say.as(proof.authority)}</span></p>
    <p class="dim">
      ${moment(at)}${until === null ? '' : html`, ${say.until} ${until.slice(0, 10)}`}${url === null ? '' : html` · <a href="${url}" rel="noreferrer">${say.comment}</a>`}${reason === null ? '' : html` · “${reason}”`}
    </p>
  </div>`;
}
