import { html } from 'hono/html';
import type { Locale } from '../../core/playbook/text-schema.ts';
import type { Html } from '../shell/html.ts';
import { prose } from '../shell/prose.ts';

/** A sentence of a verdict, in the language in which it was given. */
export function said(text: string, { lang }: { readonly lang?: Locale }): Html {
  return lang === undefined ? html`<span>${prose(text)}</span>` : html`<span lang="${lang}">${prose(text)}</span>`;
}
