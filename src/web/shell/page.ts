import { html, raw } from 'hono/html';
import type { Locale } from '../../core/playbook/text-schema.ts';
import type { Viewer } from '../access/viewer.ts';
import { assets } from './assets.ts';
import type { Html } from './html.ts';
import { shellWords } from './shell-words.ts';
import { type Theme, themes } from './theme.ts';

export interface Link {
  readonly href: string;
  readonly text: string;
  /** The page that is shown, or one above it. */
  readonly current?: boolean;
}

/** What stands around the content of a page. */
export interface PageFrame {
  /** Before the product's name in the browser's tab. */
  readonly title: string;
  /** From the portfolio down to this page, which comes last and is marked as current. */
  readonly trail?: readonly Link[];
  /** The views of one thing, as tabs; `label` says of what. */
  readonly tabs?: { readonly label: string; readonly links: readonly Link[] };
  readonly locale: Locale;
  readonly theme: Theme;
  readonly viewer: Viewer;
  readonly csrf: string;
  /** The address of this page, path and query, as it was asked for. */
  readonly address: string;
}

/** One whole page: header, navigation, content, footer. It works without its script. */
export function page(frame: PageFrame, content: Html): Html {
  const { title, locale, theme } = frame;
  const say = shellWords[locale];
  return html`<!doctype html>
    <html lang="${locale}" data-theme="${theme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="${theme === 'auto' ? 'light dark' : theme}" />
        <title>${title} · Sprintgate</title>
        <link rel="icon" href="${assets.icon.path}" />
        <link rel="stylesheet" href="${assets.style.path}" />
        <script src="${assets.script.path}" defer></script>
      </head>
      <body>
        <a class="skip" href="#content">${say.skip}</a>
        <header class="top">
          <nav class="trail" aria-label="${say.site}">
            <a class="brand" href="/">Sprintgate</a>
            ${(frame.trail ?? []).map(trailLink)}
          </nav>
          ${viewerState(frame)}
        </header>
        ${frame.tabs ? html`<nav class="tabs" aria-label="${frame.tabs.label}">${frame.tabs.links.map(tabLink)}</nav>` : ''}
        <main id="content" tabindex="-1">${content}</main>
        ${footer(frame)}
      </body>
    </html>`;
}

function trailLink({ href, text, current }: Link): Html {
  return html`<span aria-hidden="true">/</span><a href="${href}" ${current ? raw('aria-current="page"') : ''}>${text}</a>`;
}

function tabLink({ href, text, current }: Link): Html {
  return html`<a href="${href}" ${current ? raw('aria-current="page"') : ''}>${text}</a>`;
}

function viewerState({ viewer, locale, csrf, address }: PageFrame): Html {
  const say = shellWords[locale];
  if (viewer.kind === 'rehearser') return html`<p class="viewer">${say.rehearsal}</p>`;
  if (viewer.kind === 'stranger') return html`<p class="viewer"><a href="/sign-in?to=${encodeURIComponent(address)}">${say.signIn}</a></p>`;
  return html`<form class="viewer" method="post" action="/sign-out">
    <span>@${viewer.login}</span><input type="hidden" name="csrf" value="${csrf}" /><button class="plain">${say.signOut}</button>
  </form>`;
}

function footer({ locale, theme, address }: PageFrame): Html {
  const say = shellWords[locale];
  const other = locale === 'es' ? 'en' : 'es';
  return html`<footer>
    <nav aria-label="${say.language}"><a href="${withQuery(address, 'lang', other)}" lang="${other}" hreflang="${other}">${say.other}</a></nav>
    <nav aria-label="${say.theme}">
      ${themes.map((each) => html`<a href="${withQuery(address, 'theme', each)}" ${each === theme ? raw('aria-current="true"') : ''}>${say.themes[each]}</a>`)}
    </nav>
  </footer>`;
}

function withQuery(address: string, name: string, value: string): string {
  const url = new URL(address, 'http://localhost');
  url.searchParams.set(name, value);
  return `${url.pathname}${url.search}`;
}
