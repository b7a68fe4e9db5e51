import { html } from 'hono/html';
import { heldPercent } from '../../../core/gates/readiness/held-percent.ts';
import { bar } from '../../shell/bar.ts';
import type { Html } from '../../shell/html.ts';
import { day } from '../../shell/when.ts';
import type { RepositoryCase } from '../repository-case.ts';
import { blockTitle } from '../repository-names.ts';
import { overviewWords } from './overview-words.ts';

/** The sprint of today: its end, and how much of it is closed. */
export function sprintCard(about: RepositoryCase): Html {
  const { standing, locale } = about;
  const say = overviewWords[locale];
  const sprint = standing.sprints.find((each) => each.sprint === standing.sprint);
  return html`<section class="box">
    <h2>${say.now}</h2>
    <div class="body">
      <p class="big">${say.sprint(standing.sprint)}</p>
      <p>${blockTitle(about, standing.block)}</p>
      ${sprint ? html`<p>${say.until} ${day(sprint.end, about)}</p>` : ''} ${sprint ? progress(sprint, about) : html`<p class="dim">${say.noSprint}</p>`}
    </div>
  </section>`;
}

function progress({ open, closed }: { readonly open: number; readonly closed: number }, { locale }: RepositoryCase): Html {
  const say = overviewWords[locale];
  const all = open + closed;
  return all === 0 ? html`<p class="dim">${say.noSprint}</p>` : html`<p>${bar(heldPercent(closed, all))} ${say.closed(closed, all)}</p>`;
}
