import { html } from 'hono/html';
import type { Locale } from '../../core/playbook/text-schema.ts';
import { checkMark } from './check-mark.ts';
import { countOf, type Html, markdownBody } from './page-layout.ts';
import type { StoryStep } from './story-step.ts';
import type { RepositoryView } from './view.ts';

const words: Readonly<Record<Locale, { heading: string; nothing: string; app: string }>> = {
  en: { heading: 'What happened in this rehearsal', nothing: 'Nothing yet; reload in a few seconds.', app: 'Sprintgate’s own pages of this repository' },
  es: { heading: 'Qué pasó en este ensayo', nothing: 'Todavía nada; recargue en unos segundos.', app: 'Las páginas de Sprintgate sobre este repositorio' },
};

/** The first page: what there is to look at, the story that the rehearsal told, and the repository's README. */
export function homePage(view: RepositoryView, told: { story: readonly StoryStep[]; locale: Locale; appUrl: string }): Html {
  const { heading, nothing, app } = words[told.locale];
  const readme = view.fileOf('README.md');
  return html`<h1>${view.owner}/${view.repo}</h1>
    <p class="lead" lang="${told.locale}">${view.repository.description ?? ''}</p>
    <p>
      <a href="${view.path}/milestones">${countOf(view.milestones.length, 'milestone')}</a> ·
      <a href="${view.path}/issues">${countOf(view.issues.length, 'issue')}</a> ·
      <a href="${view.path}/pulls">${countOf(view.pulls.length, 'pull request')}</a>
    </p>
    <p lang="${told.locale}"><a href="${told.appUrl}/r/${view.owner}/${view.repo}?lang=${told.locale}">${app}</a></p>
    <section lang="${told.locale}" aria-labelledby="story">
      <h2 id="story">${heading}</h2>
      ${
        told.story.length === 0
          ? html`<p class="dim">${nothing}</p>`
          : html`<ol class="story">
              ${told.story.map(storyStep)}
            </ol>`
      }
    </section>
    ${
      readme === null
        ? ''
        : html`<section class="box" aria-label="README">
            <h2 class="head">README.md</h2>
            ${markdownBody(readme, view.path)}
          </section>`
    }`;
}

function storyStep({ title, path, check }: StoryStep): Html {
  return html`<li>
    ${path === null ? title : html`<a href="${path}">${title}</a>`}
    ${
      check
        ? html`<div class="verdict">
            ${checkMark(check.conclusion)}<span><a href="${check.path}">${check.name}</a> <span class="dim">${check.title}</span></span>
          </div>`
        : ''
    }
  </li>`;
}
