import { html } from 'hono/html';
import type { Locale } from '../../core/playbook/text-schema.ts';
import { assets } from './assets.ts';
import type { Html } from './html.ts';
import type { Theme } from './theme.ts';

interface BareFrame {
  /** Of the browser's tab, whole. */
  readonly title: string;
  readonly locale: Locale;
  readonly theme: Theme;
}

/** A page without header and navigation, which tells nothing of who looks. */
export function barePage({ title, locale, theme }: BareFrame, main: Html): Html {
  return html`<!doctype html>
    <html lang="${locale}" data-theme="${theme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="${assets.icon.path}" />
        <link rel="stylesheet" href="${assets.style.path}" />
      </head>
      <body>
        ${main}
      </body>
    </html>`;
}
