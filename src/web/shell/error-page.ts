import type { Context } from 'hono';
import { html } from 'hono/html';
import { assets } from './assets.ts';
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
  return context.html(
    html`<!doctype html>
      <html lang="${locale}" data-theme="${theme}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title} · Sprintgate</title>
          <link rel="icon" href="${assets.icon.path}" />
          <link rel="stylesheet" href="${assets.style.path}" />
        </head>
        <body>
          <main id="content" class="narrow">
            <h1>${title}</h1>
            <p>${text}</p>
            <p><a href="/">${home}</a></p>
          </main>
        </body>
      </html>`,
    status,
  );
}
