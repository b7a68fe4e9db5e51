import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Locale } from '../../core/playbook/text-schema.ts';
import { assetRoutes } from '../shell/assets.ts';
import { barePage } from '../shell/bare-page.ts';
import { preferencesOf } from '../shell/preferences.ts';
import { safeHeaders } from '../shell/safe-headers.ts';

const words: Readonly<Record<Locale, { title: string; text: string; how: string }>> = {
  en: {
    title: 'Sprintgate is running',
    text: 'Checks, comments and the ledger work. Its pages are switched off.',
    how: 'They need to know who may look. Set CLIENT_ID, CLIENT_SECRET, BASE_URL and SESSION_SECRET, as docs/operations.md tells under “Pages”, and start again.',
  },
  es: {
    title: 'Sprintgate está en marcha',
    text: 'Los checks, los comentarios y el registro funcionan. Sus páginas están desactivadas.',
    how: 'Necesitan saber quién puede verlas. Defina CLIENT_ID, CLIENT_SECRET, BASE_URL y SESSION_SECRET, como lo explica docs/operations.md en «Pages», y reinicie.',
  },
};

/** `/` where the pages are off: it says so, and how to switch them on, and nothing else. */
export function offRoutes(): Hono {
  const routes = new Hono();
  routes.route('/', assetRoutes());
  routes.get('/', safeHeaders({ secure: false }), (context) => {
    const { locale, theme } = preferencesOf(context);
    const { title, text, how } = words[locale];
    const main = html`<main class="narrow">
      <h1>${title}</h1>
      <p>${text}</p>
      <p>${how}</p>
    </main>`;
    return context.html(barePage({ title, locale, theme }, main));
  });
  return routes;
}
