import type { Context } from 'hono';
import { html } from 'hono/html';
import { barePage } from './bare-page.ts';
import { preferencesOf } from './preferences.ts';
import { shellWords } from './shell-words.ts';

const statuses = { notFound: 404, failed: 500, refused: 403, githubAway: 503, databaseAway: 503 } as const;
export type PageError = keyof typeof statuses;

/**
 * A page that says what is wrong, and nothing of what was asked for: in one language it is the same for whoever asks, at every
 * address. So nobody learns from it whether there is a repository.
 */
export function errorPage(context: Context, error: PageError): Response | Promise<Response> {
  const { locale, theme } = preferencesOf(context);
  const { errors, home } = shellWords[locale];
  const { title, text } = errors[error];
  const status = statuses[error];
  if (status === 503) context.header('retry-after', '60');
  const main = html`<main id="content" class="narrow">
    <h1>${title}</h1>
    <p>${text}</p>
    <p><a href="/">${home}</a></p>
  </main>`;
  return context.html(barePage({ title: `${title} · Sprintgate`, locale, theme }, main), status);
}
