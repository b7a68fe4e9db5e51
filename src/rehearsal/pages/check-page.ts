import { html } from 'hono/html';
import type { CheckRun } from '../github/records/checks.ts';
import { checkMark } from './check-mark.ts';
import { dayOf, type Html, markdownBody } from './page-layout.ts';
import type { RepositoryView } from './view.ts';

/** One check run with its output, as the Checks tab shows it. */
export function checkPage(view: RepositoryView, run: CheckRun): Html {
  const of = view.pulls.filter((pull) => view.commitsOf(pull).some(({ sha }) => sha === run.headSha));
  const { title, summary, text } = run.output;
  const state = run.conclusion ?? run.status;
  return html` <h1>${checkMark(state)} ${run.name}</h1>
    <p class="dim">
      ${state.replaceAll('_', ' ')} · <code>${run.headSha.slice(0, 7)}</code> ·
      ${dayOf(run.startedAt)}${of.map((pull) => html` · <a href="${view.path}/pull/${pull.number}">${pull.title} #${pull.number}</a>${pull.pull.headSha === run.headSha ? '' : ' (an earlier commit)'}`)}
    </p>
    <section class="box">${title === null ? '' : html`<h2 class="head">${title}</h2>`}${markdownBody(summary, view.path)}</section>
    ${
      text
        ? html`<section class="box">
            <h2 class="head">Details</h2>
            ${markdownBody(text, view.path)}
          </section>`
        : ''
    }
    ${
      run.annotations.length > 0
        ? html`<section class="box">
            <h2 class="head">Annotations</h2>
            ${run.annotations.map((note) => html`<div class="row"><strong>${note.path}:${note.start_line}</strong> ${note.message}</div>`)}
          </section>`
        : ''
    }`;
}
